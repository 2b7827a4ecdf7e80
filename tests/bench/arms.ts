import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import { findBrowser, QUIET_FLAGS } from '../../world/browser.ts';
import { PAGES } from '../../world/pages/index.ts';
import { readPanel, until } from '../../world/surface.ts';
import type { World } from '../../world/world.ts';

/** What is installed in a browser; `control` repeats `none`, and shows the noise of the method. */
const ARMS = ['none', 'control', 'empty', 'tickside'] as const;
/** `before` is an older build, measured in the same run. */
export type Arm = (typeof ARMS)[number] | 'before';

/** Folders of unpacked builds. */
export interface Builds {
  readonly tickside: string;
  readonly before?: string | undefined;
}

/** The cost of one visit. */
export interface Cost {
  /** Main-thread CPU of the page load, ms. */
  readonly cpu: number;
  /** The same until the note after the article is shown and the panel has updated its age. */
  readonly later: number;
  /** CPU of the first page load in a new process, where neither our code nor the browser's has run before. */
  readonly first: number;
  /** CPU of one frame in which something on the page changes, µs. */
  readonly frame: number;
  /** CPU of scripts during the page load, ms. */
  readonly script: number;
  /** JavaScript heap in use after a garbage collection, kB. */
  readonly heap: number;
}

export type BenchPage = 'light' | 'zh';
export const BENCH_PAGES: readonly BenchPage[] = ['light', 'zh'];

const VISITS = 5;
const WARM_UPS = 2;
/** Time after `load`: enough for idle callbacks. */
const SETTLE_MS = 1200;
/** Time after that: includes the note after the article, which is inserted after five seconds, and one five-second step of the panel. */
const LATER_MS = 5300;

const FRAMES = 60;

const hasPanel = (arm: Arm): arm is 'tickside' | 'before' => arm === 'tickside' || arm === 'before';

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Browsers with one arm each, with profiles that were used once before. */
export class Bench {
  readonly #world: World;
  readonly #folder: string;
  readonly #builds: Builds;
  readonly arms: readonly Arm[];

  constructor(world: World, folder: string, builds: Builds) {
    this.#world = world;
    this.#folder = folder;
    this.#builds = builds;
    this.arms = builds.before === undefined ? ARMS : [...ARMS, 'before'];
  }

  /** Creates the empty extension, and a profile for every arm; Tickside's contains prices. */
  async prepare(): Promise<void> {
    await this.#makeEmptyExtension();
    for (const arm of this.arms) {
      const browser = await this.#launch(arm, this.#profile(arm));
      const page = await browser.newPage();
      await page.goto(PAGES.light);
      if (hasPanel(arm)) {
        await until(
          () => readPanel(page),
          (panel) => panel?.state === 'live' && panel.rows.length > 0,
        );
      }
      await pause(SETTLE_MS);
      await browser.close();
    }
  }

  /** Visits both pages in a fresh browser, and returns the measured visits of each page. */
  async visit(arm: Arm, run: string): Promise<Record<BenchPage, Cost[]>> {
    const profile = this.#profile(run);
    await cp(this.#profile(arm), profile, { recursive: true });
    const browser = await this.#launch(arm, profile);
    try {
      // The browser and Tickside's background finish starting.
      await pause(2 * SETTLE_MS);
      return { light: await visits(browser, arm, 'light'), zh: await visits(browser, arm, 'zh') };
    } finally {
      await browser.close();
    }
  }

  #profile(name: string): string {
    return join(this.#folder, `profile-${name}`);
  }

  #extension(arm: Arm): string | null {
    if (arm === 'empty') return join(this.#folder, 'empty');
    const build = hasPanel(arm) ? this.#builds[arm] : undefined;
    return build === undefined ? null : resolve(build);
  }

  async #makeEmptyExtension(): Promise<void> {
    const built = JSON.parse(await readFile(join(this.#builds.tickside, 'manifest.json'), 'utf8')) as {
      content_scripts: { matches: string[] }[];
    };
    const matches = built.content_scripts.flatMap((script) => script.matches);
    const folder = join(this.#folder, 'empty');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'empty.js'), '');
    await writeFile(
      join(folder, 'manifest.json'),
      JSON.stringify({
        manifest_version: 3,
        name: 'An empty content script',
        version: '1',
        content_scripts: [{ matches, js: ['empty.js'], run_at: 'document_idle' }],
      }),
    );
  }

  async #launch(arm: Arm, userDataDir: string): Promise<Browser> {
    const browser = await launch({
      executablePath: findBrowser('chromium'),
      pipe: true,
      enableExtensions: true,
      userDataDir,
      defaultViewport: { width: 1280, height: 800 },
      args: [
        ...QUIET_FLAGS,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--host-resolver-rules=MAP * 127.0.0.1:${this.#world.port}`,
        '--ignore-certificate-errors',
      ],
    });
    const extension = this.#extension(arm);
    if (extension) await browser.installExtension(extension);
    return browser;
  }
}

async function visits(browser: Browser, arm: Arm, name: BenchPage): Promise<Cost[]> {
  const page = await browser.newPage();
  const tools = await page.createCDPSession();
  // CPU instead of wall time, so that a busy machine matters less.
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const costs: Omit<Cost, 'first'>[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    await page.goto(PAGES[name], { waitUntil: 'load' });
    await pause(SETTLE_MS);
    const early = await readTimes(tools);
    await pause(LATER_MS);
    const later = (await readTimes(tools)).cpu;
    costs.push({ ...early, later, frame: await readFrame(page, tools), heap: await readHeap(tools) });
  }
  // Without this check, a missing panel would give good but wrong results.
  const shown = (await readPanel(page))?.state === 'live';
  if (shown !== hasPanel(arm)) throw new Error(`arm ${arm}: panel ${shown ? 'shown' : 'missing'}`);
  await page.close();
  const first = costs[0]?.cpu ?? Number.NaN;
  return costs.slice(WARM_UPS).map((cost) => ({ ...cost, first }));
}

/** The counters start at zero with every document, so they cover this visit only. */
async function readTimes(tools: CDPSession): Promise<Pick<Cost, 'cpu' | 'script'>> {
  const { TaskDuration = Number.NaN, ScriptDuration = Number.NaN } = await readMetrics(tools);
  return { cpu: TaskDuration * 1000, script: ScriptDuration * 1000 };
}

/** Measures a changing page: an element next to the article gets another color in every frame. */
async function readFrame(page: Page, tools: CDPSession): Promise<number> {
  const before = await readTimes(tools);
  await page.evaluate(async (frames) => {
    const mover = document.body.appendChild(document.createElement('div'));
    mover.textContent = 'moves';
    for (let frame = 0; frame < frames; frame++) {
      mover.style.color = frame % 2 ? 'red' : 'blue';
      await new Promise((done) => requestAnimationFrame(done));
    }
    mover.remove();
  }, FRAMES);
  const after = await readTimes(tools);
  return ((after.cpu - before.cpu) / FRAMES) * 1000;
}

/** Call last: garbage collection takes time too. */
async function readHeap(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage');
  return ((await readMetrics(tools)).JSHeapUsedSize ?? Number.NaN) / 1000;
}

async function readMetrics(tools: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await tools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
