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

/** Moves all timestamps in storage back. Runs in the service worker. */
async function ageStored(ms: number): Promise<boolean> {
  const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
  const { local, session } = chrome.storage;
  const older = (value: unknown): unknown => {
    // No other stored number is as large as a current timestamp.
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

/** A browser with the production build, in its own world, for all tests of a file. */
export class Stage {
  readonly #pages: Page[] = [];
  world!: World;
  chromium!: Chromium;

  async open(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.chromium.browser.newPage();
    this.#pages.push(page);
    await prepare?.(page);
    await page.goto(url, { waitUntil: 'load' });
    // Background tabs are not rendered, and a newly started browser may activate its own page.
    await page.bringToFront();
    // Chromium drops clicks on a page before its first paint.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
    return page;
  }

  /** Returns the panel of a page once it satisfies a condition. */
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

  /** Fires the background's alarm. */
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

  /** Clears the background's log of bulk requests. */
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
   * Simulates that the minimum gap between refreshes has passed: moves all stored times of prices and requests back, so that the next
   * refresh sends requests. Resolves when pages have the same prices with their new times.
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

/** Starts a stage before the tests of a file and closes it afterwards. */
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

/** Checks whether a request went to a price or rate source, not to a page. */
export const isSourceRequest = ({ host }: { host: string }): boolean => HOST_BY_NAME.has(host);
