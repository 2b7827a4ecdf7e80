import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { readPanel, until } from '../../world/surface.ts';
import { CHROME_BUILD, isSourceRequest, useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

describe('the background', () => {
  it('makes one price request and one write per tick, however many pages are open', async () => {
    const pages = [];
    for (const url of [PAGES.zh, PAGES.en, PAGES.dark, PAGES.listing, PAGES.light])
      pages.push(await stage.open(url));
    const [front] = pages.slice(-1);
    if (!front) throw new Error('no page');
    await stage.panel(front);
    await stage.passGap();
    // Counted where all writes are visible.
    const worker = await stage.chromium.worker();
    await worker.evaluate(() => {
      const scope = globalThis as unknown as {
        chrome: typeof import('webextension-polyfill');
        writes: string[][];
      };
      scope.writes = [];
      scope.chrome.storage.onChanged.addListener((changes) => {
        scope.writes.push(Object.keys(changes));
      });
    });
    stage.world.clearRequests();
    stage.world.market.set('bitcoin', { last: '106000.5' });
    await stage.tick();
    await stage.panel(front, ({ rows }) => rows[0]?.price === '106,000.50 USDT');
    const requests = stage.world.requests.filter(isSourceRequest);
    expect(requests.map(({ host }) => host)).toEqual(['data-api.binance.vision']);
    const writes = await worker.evaluate(() => (globalThis as unknown as { writes: string[][] }).writes);
    // The prices, and the table for pages.
    expect(writes).toHaveLength(1);
    expect(writes[0]).toEqual(expect.arrayContaining(['snapshot', 'board']));
  });

  it('requests only hosts of the manifest', () => {
    const manifest = JSON.parse(readFileSync(`${CHROME_BUILD}/manifest.json`, 'utf8')) as {
      host_permissions: string[];
      content_scripts: { matches: string[] }[];
    };
    const named = new Set(
      [...manifest.host_permissions, ...manifest.content_scripts.flatMap(({ matches }) => matches)].map(
        (pattern) => pattern.replace('https://', '').replace('/*', ''),
      ),
    );
    const strangers = stage.world.requests.map(({ host }) => host).filter((host) => !named.has(host));
    expect(strangers).toEqual([]);
    expect(stage.world.requests.length).toBeGreaterThan(0);
  });

  it('may be killed: a new page renders from storage, an open page gets the next tick', async () => {
    const open = await stage.open(PAGES.zh);
    await stage.panel(open);
    await stage.passGap();
    await stage.chromium.killWorker();
    stage.world.clearRequests();
    const fresh = await stage.open(PAGES.en);
    const { rows } = await stage.panel(fresh);
    expect(rows).toHaveLength(10);
    expect(rows[0]?.price).toMatch(/^\d{3},\d{3}\.\d{2} USDT$/);
    expect(stage.world.requests.filter(isSourceRequest)).toEqual([]);
    stage.world.market.set('bitcoin', { last: '107000.25' });
    await stage.tick();
    await open.bringToFront();
    await stage.panel(open, ({ rows }) => rows[0]?.price === '107,000.25 USDT');
  });

  it('rewrites the data for pages after an update; until then they ignore the older format', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    const older = ['board', 'reference'].map((key) => {
      const example = JSON.parse(readFileSync(`tests/history/${key}.v1.json`, 'utf8')) as { stored: string };
      return [key, example.stored] as const;
    });
    await stage.store(Object.fromEntries(older));
    await until(
      () => readPanel(page),
      (panel) => panel === null,
    );
    // An update ends the worker; the next page starts another one.
    await stage.chromium.killWorker();
    const fresh = await stage.open(PAGES.en);
    expect((await stage.panel(fresh)).rows).toHaveLength(10);
    for (const [key, stored] of older) expect(await stage.stored(key)).not.toBe(stored);
    await page.bringToFront();
    expect((await stage.panel(page)).rows).toHaveLength(10);
  });

  it('a page that is restored from the back/forward cache shows the latest prices', async () => {
    const page = await stage.open(PAGES.light, (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        addEventListener('pageshow', ({ persisted }) => {
          (window as unknown as { persisted: boolean }).persisted = persisted;
        });
      }),
    );
    await stage.panel(page);
    await page.goto(PAGES.en);
    await stage.passGap();
    stage.world.market.set('bitcoin', { last: '107500.75' });
    await stage.tick();
    await page.bringToFront();
    await stage.panel(page, ({ rows }) => rows[0]?.price === '107,500.75 USDT');
    await page.goBack();
    expect(await page.evaluate(() => (window as unknown as { persisted: boolean }).persisted)).toBe(true);
    await stage.panel(page, ({ rows }) => rows[0]?.price === '107,500.75 USDT');
  });

  it('ensures its alarm at every start, with the period of the settings', async () => {
    const alarm = async (): Promise<unknown> => {
      const worker = await stage.chromium.worker();
      return worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
        return (await chrome.alarms.get('refresh'))?.periodInMinutes;
      });
    };
    const worker = await stage.chromium.worker();
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      await chrome.alarms.clearAll();
    });
    await stage.chromium.killWorker();
    await until(alarm, (period) => period === 1);
    await stage.store({ settings: { v: 1, periodSeconds: 300 } });
    await until(alarm, (period) => period === 5);
    await stage.store({ settings: { v: 1, periodSeconds: 60 } });
    await until(alarm, (period) => period === 1);
  });

  it('an open page whose extension goes away loses the panel, without an error', async () => {
    const errors: string[] = [];
    const page = await stage.open(PAGES.en, async (fresh) => {
      fresh.on('pageerror', (error) => errors.push(String(error)));
    });
    await stage.panel(page);
    await stage.chromium.browser.uninstallExtension(stage.chromium.extensionId);
    await until(
      () => readPanel(page),
      (panel) => panel === null,
    );
    expect(errors).toEqual([]);
  });
});
