import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from './browser.ts';
import { PAGES } from './pages/index.ts';
import { rebuild, watchSources } from './rebuild.ts';
import { readPanel, until } from './surface.ts';
import { hasDisplay, printPanel } from './terminal.ts';
import { startWorld } from './world.ts';

const { values: options } = parseArgs({
  options: {
    /** Use the real network: real providers, real news sites. */
    live: { type: 'boolean', default: false },
    /** Do not open a window even if there is a display. */
    headless: { type: 'boolean', default: false },
    /** The page to open. */
    page: { type: 'string', default: PAGES.zh },
  },
});

/** A copy of the last successful build, loaded by the browser. */
const EXTENSION = '.output/dev';
const headless = options.headless || !hasDisplay();

// Aborted by Ctrl-C, a closed terminal or a closed window; ends everything below.
const lifetime = new AbortController();
const { signal } = lifetime;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => lifetime.abort());

// Starts before the first build, so that changes during it cause another build.
const sources = watchSources('.', signal);
if (await firstBuild()) await develop();
console.log('Ended.');

/** Waits for the first successful build; false if aborted before that. */
async function firstBuild(): Promise<boolean> {
  for (;;) {
    if (await isBuilt()) return true;
    if (!(await nextChange())) return false;
  }
}

async function nextChange(): Promise<boolean> {
  const batch = await sources.next();
  if (batch) console.log(`changed: ${batch.join(', ')}`);
  return batch !== null;
}

async function isBuilt(): Promise<boolean> {
  const start = performance.now();
  const failure = await rebuild(EXTENSION, signal);
  if (signal.aborted) return false;
  console.log(failure ?? `built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (failure) console.log('The build failed. Change a file to try again.');
  return failure === null;
}

async function develop(): Promise<void> {
  const world = options.live ? null : await startWorld({ market: 'simulated' });
  const chromium = await launchChromium({
    world,
    extensionDir: EXTENSION,
    locale: 'zh-CN',
    headless,
    endsOnSignal: false,
  });
  const { browser } = chromium;
  browser.once('disconnected', () => lifetime.abort());
  // At once, without waiting for pending browser commands.
  signal.addEventListener('abort', () => void browser.close());
  try {
    console.log(world ? 'Every host is the world on this machine.' : 'The network is the real one.');
    if (!signal.aborted) await show(chromium, await browser.newPage());
    while (await nextChange()) {
      if (await isBuilt()) await reload(chromium);
    }
  } catch (error) {
    // The browser was closed during a command.
    if (!signal.aborted) throw error;
  } finally {
    lifetime.abort();
    await browser.close();
    await world?.close();
  }
}

async function show(chromium: Chromium, page: Page): Promise<void> {
  await waitUntilIdle(chromium);
  await page.goto(options.page);
  await report(page);
  console.log('Change a file to rebuild and reload. Ctrl-C ends.');
}

/** Loads the new build. This closes extension pages, so they are reopened; other pages are reloaded. */
async function reload(chromium: Chromium): Promise<void> {
  const { browser, extensionId } = chromium;
  const origin = `chrome-extension://${extensionId}/`;
  const own = (await browser.pages()).map((page) => page.url()).filter((url) => url.startsWith(origin));
  await browser.installExtension(EXTENSION);
  await waitUntilIdle(chromium);
  const others = (await browser.pages()).filter((page) => page.url().startsWith('http'));
  for (const page of others) await page.reload();
  for (const url of own) await (await browser.newPage()).goto(url);
  const [front] = others;
  if (front) await report(front);
}

/**
 * Waits until the background has published the page data; before that, pages would show the texts of the previous
 * build. The background does this under a lock that it requests on startup.
 */
async function waitUntilIdle({ worker }: Chromium): Promise<void> {
  const atRest = `chrome.runtime.onInstalled.hasListeners() && navigator.locks.query().then(
    ({ held, pending }) => held.length + pending.length === 0)`;
  await until(
    async () => signal.aborted || (await worker()).evaluate(atRest),
    (rests) => rests === true,
  ).catch(() => undefined);
}

/** Without a window: prints the panel's content. */
async function report(page: Page): Promise<void> {
  if (!headless) return;
  try {
    const panel = await until(
      () => readPanel(page),
      (read) => read?.state === 'live' || signal.aborted,
    );
    if (panel && !signal.aborted) printPanel(panel);
  } catch (error) {
    console.log(`No live panel on ${page.url()}: ${String(error)}`);
  }
}
