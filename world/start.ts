import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from './browser.ts';
import { PAGES } from './pages/index.ts';
import { readPanel, until } from './surface.ts';
import { hasDisplay, printPanel } from './terminal.ts';
import { startWorld } from './world.ts';

const { values: options } = parseArgs({
  options: {
    /** Use the real network: real providers, real news sites. */
    live: { type: 'boolean', default: false },
    /** Do not open a window even if there is a display. */
    headless: { type: 'boolean', default: false },
    /** Folder for screenshots. */
    out: { type: 'string', default: '.artifacts/start' },
  },
});

const EXTENSION = '.output/chrome-mv3';
const headless = options.headless || !hasDisplay();

const world = options.live ? null : await startWorld({ market: 'golden' });
const chromium = await launchChromium({
  world,
  extensionDir: EXTENSION,
  locale: 'zh-CN',
  headless,
  width: 1280,
  height: 800,
});
try {
  await (headless ? tour(chromium) : keepRunning(chromium));
} finally {
  await chromium.browser.close();
  await world?.close();
}

/** With a display: opens a browser on a page with the panel until its window is closed. */
async function keepRunning({ browser }: Chromium): Promise<void> {
  const page = await browser.newPage();
  await page.goto(PAGES.zh);
  console.log('Tickside is in the browser that just opened. Close its window to end.');
  await new Promise<void>((done) => browser.once('disconnected', () => done()));
}

/** Without a display: visits a news page, prints the panel's content, takes screenshots. */
async function tour(started: Chromium): Promise<void> {
  await mkdir(options.out, { recursive: true });
  const { browser } = started;
  const page = await browser.newPage();
  await page.goto(PAGES.zh, { waitUntil: 'load' });
  const panel = await until(
    () => readPanel(page),
    (read) => read?.state === 'live',
    30_000,
  );
  if (panel) printPanel(panel);
  await shoot(page, 'panel-zh.png');
  await page.goto(PAGES.dark, { waitUntil: 'load' });
  await until(
    () => readPanel(page),
    (read) => read?.state === 'live',
    30_000,
  );
  await shoot(page, 'panel-en-dark.png');
  await page.close();
  await shoot(await started.openPopup(), 'popup.png');
  const settings = await started.extensionPage('options.html');
  await settings.setViewport({ width: 1000, height: 900 });
  await shoot(settings, 'options.png');
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(options.out, name) as `${string}.png`;
  // Wait for fonts and the first paint.
  await new Promise((done) => setTimeout(done, 400));
  await page.screenshot({ path });
  console.log(`wrote ${resolve(path).replace(`${resolve('.')}/`, '')}`);
}
