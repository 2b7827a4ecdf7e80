import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Chromium, type ChromiumOptions, launchChromium } from '../../world/browser.ts';
import { HOST_BY_NAME } from '../../world/hosts/index.ts';
import { type ReadPanel, readPanel, until } from '../../world/surface.ts';
import { startWorld, type World } from '../../world/world.ts';

export const CHROME_BUILD = '.output/chrome-mv3';
export const FIREFOX_BUILD = '.output/firefox-mv3';

/** A little more than MIN_REFRESH_GAP_MS. */
const GAP_MS = 5_200;

/** Moves every moment that the background has stored back. Runs in the service worker. */
async function ageStored(ms: number): Promise<boolean> {
  const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
  const { local, session } = chrome.storage;
  const older = (value: unknown): unknown => {
    // No other figure is as large as a moment of these years, ms since the epoch.
    if (typeof value === 'number') return value > 1e12 ? value - ms : value;
    if (Array.isArray(value)) return value.map(older);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, older(inner)]));
  };
  const stored = await local.get(['snapshot', 'health']);
  const aged = Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, older(value)]));
  await session.set(
    Object.fromEntries(Object.entries(await session.get(null)).map(([key, value]) => [key, older(value)])),
  );
  await local.set(aged);
  return Boolean(stored.snapshot);
}

/** One browser with the production build, in a world of its own, for all tests of a file. */
export class Stage {
  readonly #pages: Page[] = [];
  world!: World;
  chromium!: Chromium;

  async open(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.chromium.browser.newPage();
    this.#pages.push(page);
    await prepare?.(page);
    await page.goto(url, { waitUntil: 'load' });
    // Pages that are not in front are not drawn; and a browser that was just started may put its own page there.
    await page.bringToFront();
    // Chromium drops clicks on a page that has not been painted yet; a reader cannot click there either.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
    return page;
  }

  /** The panel of a page once it satisfies a condition. */
  async panel(
    page: Page,
    holds: (panel: ReadPanel) => boolean = ({ state }) => state === 'live',
  ): Promise<ReadPanel> {
    const read = await until(
      () => readPanel(page),
      (panel) => panel !== null && holds(panel),
    );
    if (!read) throw new Error('unreachable');
    return read;
  }

  /** Makes the background's alarm go off now, as if a period had passed. */
  async tick(): Promise<void> {
    const worker = await this.chromium.worker();
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      const alarm = await chrome.alarms.get('refresh');
      await chrome.alarms.create('refresh', {
        when: Date.now() + 20,
        periodInMinutes: alarm?.periodInMinutes ?? 1,
      });
    });
  }

  /** Writes into the extension's storage from one of its own pages. */
  async store(values: Record<string, unknown>): Promise<void> {
    const worker = await this.chromium.worker();
    await worker.evaluate(async (items) => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      await chrome.storage.local.set(items);
    }, values);
  }

  /** Lets the background forget that it has just fetched all tickers of a source. */
  async forgetBulk(): Promise<void> {
    const worker = await this.chromium.worker();
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      await chrome.storage.session.clear();
    });
  }

  async stored(key: string): Promise<unknown> {
    const worker = await this.chromium.worker();
    return worker.evaluate(async (name) => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      return (await chrome.storage.local.get(name))[name];
    }, key);
  }

  /**
   * As if the background's smallest gap between two refreshes had passed since the last one: everything that is stored of prices and
   * requests becomes older by it, so that the next refresh asks. Ends when pages have been given the same prices with their new times.
   */
  async passGap(): Promise<void> {
    const before = await this.stored('board');
    const worker = await this.chromium.worker();
    const isAged = await worker.evaluate(ageStored, GAP_MS);
    if (isAged)
      await until(
        () => this.stored('board'),
        (board) => board !== before,
      );
  }

  async closePages(): Promise<void> {
    for (const page of this.#pages.splice(0)) if (!page.isClosed()) await page.close();
  }
}

/** Sets the stage before the tests of a file and clears it afterwards. */
export function useStage(options: Partial<ChromiumOptions> = {}): Stage {
  const stage = new Stage();
  beforeAll(async () => {
    stage.world = await startWorld({ market: 'golden' });
    stage.chromium = await launchChromium({
      world: stage.world,
      extensionDir: CHROME_BUILD,
      locale: 'zh-CN',
      ...options,
    });
  });
  afterAll(async () => {
    await stage.chromium?.browser.close();
    await stage.world?.close();
  });
  return stage;
}

/** Whether it went to a price or rate source rather than to a page. */
export const isSourceRequest = ({ host }: { host: string }): boolean => HOST_BY_NAME.has(host);
