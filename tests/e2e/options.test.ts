import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { until } from '../../world/surface.ts';
import { useStage } from './harness.ts';

const stage = useStage();
// Long enough that the alarm does not fire during a test.
const QUIET = { v: 1, language: 'en', periodSeconds: 3600 };

beforeEach(() => stage.store({ settings: QUIET }));
afterEach(async () => {
  stage.world.fault('*', null);
  await stage.closePages();
});

async function openOptions(): Promise<Page> {
  const options = await stage.chromium.extensionPage('options.html');
  await options.waitForSelector('#currency');
  await options.bringToFront();
  return options;
}
const setting = async (name: string): Promise<unknown> =>
  ((await stage.stored('settings')) as Record<string, unknown>)[name];
const settled = (name: string, value: unknown): Promise<unknown> =>
  until(
    () => setting(name),
    (stored) => JSON.stringify(stored) === JSON.stringify(value),
  );
/** Clicks the element with this name. */
const press = (page: Page, name: string): Promise<void> => page.click(`[aria-label="${name}"]`);
const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');
async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector, { count: 3 });
  await page.keyboard.press('Backspace');
  await page.type(selector, text);
}
const symbols = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) => all.map((element) => element.textContent ?? ''));

describe('the lists', () => {
  it('the kind of the hot list changes an open panel at once, and its heading', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    const options = await openOptions();
    await options.select('#hot-list', 'losers');
    await page.bringToFront();
    const losers = await stage.panel(page, ({ rows }) => rows[0]?.symbol !== 'BTC');
    expect(losers.rows.length).toBeGreaterThan(1);
    expect(losers.text).toContain('Losers, 24 h');
    for (const { change } of losers.rows) expect(change).toMatch(/-\d/);
    await options.bringToFront();
    expect(await textOf(options, '#hot-list-hint')).toContain(
      'By the change of the last 24 hours. Liquid coins only.',
    );
    await options.select('#hot-list', 'market-cap');
    await page.bringToFront();
    await stage.panel(page, ({ rows }) => rows[0]?.symbol === 'BTC');
    await options.close();
  });

  it('the watchlist can be searched, reordered and shortened; the panel shows it only if selected', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    const options = await openOptions();
    for (const [query, list] of [
      ['狗狗', ['dogecoin']],
      ['TRX', ['dogecoin', 'tron']],
      ['cardano', ['dogecoin', 'tron', 'cardano']],
    ] as const) {
      await options.type('#watch-find', query);
      await options.keyboard.press('Enter');
      await settled('watchlist', list);
    }
    await press(options, 'Move ADA up');
    await settled('watchlist', ['dogecoin', 'cardano', 'tron']);
    await until(
      () => options.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      (name) => name === 'Move ADA up',
    );
    await options.keyboard.press('Enter');
    await settled('watchlist', ['cardano', 'dogecoin', 'tron']);
    await press(options, 'Remove DOGE');
    await settled('watchlist', ['cardano', 'tron']);
    expect(await symbols(options, '.watchlist ol b')).toEqual(['ADA', 'TRX']);
    await page.bringToFront();
    expect((await stage.panel(page)).rows[0]?.symbol).toBe('BTC');
    await options.bringToFront();
    await options.select('#hot-list', 'watchlist');
    await page.bringToFront();
    await stage.panel(page, ({ rows }) => rows.map(({ symbol }) => symbol).join() === 'ADA,TRX');
    await options.close();
  });

  it('the popup switches between lists, and its stars are the watchlist', async () => {
    await stage.panel(await stage.open(PAGES.en));
    const popup = await stage.chromium.openPopup();
    await popup.waitForSelector('tr.coin');
    const rows = (): Promise<string[]> => symbols(popup, 'tr.coin .symbol');
    const choose = (list: string): Promise<void> => popup.click(`input[value="${list}"]`);
    const all = await rows();
    await press(popup, 'Add SOL to the watchlist');
    await settled('watchlist', ['solana']);
    await press(popup, 'Add BTC to the watchlist');
    await settled('watchlist', ['solana', 'bitcoin']);
    await choose('watchlist');
    await until(rows, (shown) => shown.join() === 'SOL,BTC');
    expect(await textOf(popup, 'h1')).toContain('Watchlist');
    await press(popup, 'Remove SOL from the watchlist');
    await until(rows, (shown) => shown.join() === 'BTC');
    await press(popup, 'Remove BTC from the watchlist');
    await until(rows, (shown) => shown.length === 0);
    expect(await textOf(popup, '.empty')).toBe('No coins yet. Star a coin to keep it here.');
    await choose('gainers');
    await until(rows, (shown) => shown.length > 0);
    expect((await rows()).length).toBeLessThan(all.length);
    for (const change of await symbols(popup, 'tr.coin .change')) expect(change).toMatch(/\+/);
    await choose('trending');
    await until(rows, (shown) => shown.length > 0 && shown.length < all.length);
    await popup.close();
  });
});

it('a price that another source disputes is marked in the popup, with that source', async () => {
  await stage.panel(await stage.open(PAGES.en));
  const snapshot = (await stage.stored('snapshot')) as { quotes: Record<string, object> };
  const ripple = { ...snapshot.quotes.ripple, disputedBy: 'okx' };
  await stage.store({ snapshot: { ...snapshot, quotes: { ...snapshot.quotes, ripple } } });
  const popup = await stage.chromium.openPopup();
  await popup.waitForSelector('tr.coin');
  const marks = await popup.$$eval('tr.coin:has(.dispute)', (rows) =>
    rows.map((row) => [row.querySelector('.symbol')?.textContent, row.querySelector('.dispute')?.ariaLabel]),
  );
  expect(marks).toEqual([['XRP', 'The price at OKX differs by more than 2%']]);
  await popup.close();
});

describe('the sources', () => {
  it('can be reordered and switched off, except the last one', async () => {
    const options = await openOptions();
    const labels = (): Promise<string[]> => symbols(options, 'ol.sources:first-of-type b');
    const before = await labels();
    const [first = '', second = ''] = before;
    await press(options, `Move ${second} up`);
    await until(labels, (now) => now[0] === second && now[1] === first);
    expect(((await setting('sourceOrder')) as string[]).length).toBe(before.length);
    for (const label of before.slice(1)) {
      await press(options, `Use ${label}`);
      await options.waitForSelector(`[aria-label="Use ${label}"][aria-checked="false"]`);
    }
    expect(await setting('sourcesOff')).toHaveLength(before.length - 1);
    await options.waitForSelector(`[aria-label="Use ${first}"]:disabled`);
    await options.close();
  });

  it.each([
    ['http://mirror.example.org', 'The address must begin with https://. Not saved.'],
    ['https://mirror.example.org/?key=1', 'This address cannot be used here. Not saved.'],
    ['https://user:pass@mirror.example.org', 'This address cannot be used here. Not saved.'],
  ])('the mirror %s shows an error, and is not stored', async (address, problem) => {
    const options = await openOptions();
    await options.click('details.mirror summary');
    await options.type('#mirror-binance', address);
    await options.keyboard.press('Enter');
    await until(
      () => textOf(options, '#mirror-binance-error'),
      (error) => error.includes(problem),
    );
    expect((await setting('mirrors')) ?? {}).toEqual({});
    expect(JSON.stringify(await stage.stored('settings'))).not.toContain('example.org');
    await options.close();
  });

  it('a URL without permission shows a note', async () => {
    await stage.store({ settings: { ...QUIET, mirrors: { okx: 'https://mirror.example.org/okx' } } });
    const options = await openOptions();
    await until(
      () => textOf(options, '#mirror-okx-error'),
      (error) =>
        error.includes(
          'The browser does not allow Tickside to use this address. Save it again to request permission.',
        ),
    );
    await options.close();
  });

  it('a mirror with permission is stored, and removed again', async () => {
    const options = await openOptions();
    await options.click('details.mirror summary');
    // Another host of the manifest: the browser shows no prompt.
    await options.type('#mirror-binance', ' https://API.binance.com/ ');
    await options.keyboard.press('Enter');
    await settled('mirrors', { binance: 'https://api.binance.com' });
    expect(await textOf(options, '#mirror-binance-error')).toBe('');
    await options.click('#mirror-binance ~ button[type="button"]');
    await settled('mirrors', {});
    const origins = { origins: ['https://api.binance.com/*'] };
    const granted = await (await stage.chromium.worker()).evaluate((asked) => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      return chrome.permissions.contains(asked);
    }, origins);
    expect(granted).toBe(true);
    await options.close();
  });
});

describe('diagnostics', () => {
  const rowOf = (page: Page, host: string): Promise<string> =>
    page.$$eval(
      '.diagnostics tbody tr',
      (rows, wanted) => rows.find((row) => row.textContent?.includes(wanted))?.textContent ?? '',
      host,
    );

  it('show the responses of hosts, live', async () => {
    await stage.panel(await stage.open(PAGES.en));
    const options = await openOptions();
    const host = 'data-api.binance.vision';
    expect(await rowOf(options, host)).toMatch(/OK.*\d+ ms/);
    await stage.passGap();
    stage.world.fault(host, { kind: 'rate-limited', retryAfter: 77 });
    await stage.tick();
    const row = await until(
      () => rowOf(options, host),
      (text) => text.includes('paused until'),
    );
    expect(row).toMatch(/paused until \d\d:\d\d:\d\d.*limits requests; retrying later/);
    await options.close();
  });

  it('are copied without the reader’s URLs, sites and watchlist', async () => {
    const detail = 'https://feed.example.org/my/prices.json is not one';
    await stage.store({
      settings: {
        ...QUIET,
        watchlist: ['pepe'],
        addedSites: ['my-site.example.net'],
        mirrors: { okx: 'https://mirror.example.org/okx' },
        feedUrl: 'https://feed.example.org/my/prices.json',
      },
      health: {
        v: 1,
        hosts: {
          'mirror.example.org': { failures: 1, askedAt: 1, retryAt: 1, goodAt: 5 },
          'feed.example.org': { failures: 1, askedAt: 1, lastFailure: { kind: 'bad-shape', at: 2, detail } },
        },
      },
    });
    const options = await openOptions();
    expect(await textOf(options, '.feed-state')).toContain(detail);
    expect(await rowOf(options, 'mirror.example.org')).toContain('OKX');
    await options.click('#copy-diagnostics');
    await until(
      () => textOf(options, '.copy'),
      (text) => text.includes('Copied'),
    );
    // Pasted; the field makes it a single line.
    await options.focus('#find');
    await options.keyboard.press('KeyV', { commands: ['Paste'] });
    const copied = await options.$eval('#find', (field) => (field as HTMLInputElement).value);
    expect(copied).toMatch(/^Tickside \d+\.\d+\.\d+, /);
    expect(copied).toContain('OKX, mirror: ');
    expect(copied).toContain('Your own feed, own feed: ');
    expect(copied).toContain('bad-shape');
    expect(copied).not.toMatch(/example\.|my-site|pepe/);
    await options.close();
  });
});

describe('the search', () => {
  it('finds a setting by its name in any of the three languages', async () => {
    const options = await openOptions();
    const shown = (): Promise<string[]> =>
      options.$$eval('section', (all) =>
        all
          .filter((section) => section.checkVisibility())
          .map((section) => section.ariaLabelledByElements?.[0]?.textContent ?? ''),
      );
    const everything = await shown();
    for (const query of ['Diagnostics', '诊断', '診斷']) {
      await fill(options, '#find', query);
      expect(await shown()).toEqual(['Diagnostics']);
    }
    await fill(options, '#find', '自選');
    expect(await shown()).toContain('Prices');
    expect(await options.$eval('#period', (field) => field.checkVisibility())).toBe(false);
    expect(await options.$eval('.watchlist', (field) => field.checkVisibility())).toBe(true);
    await fill(options, '#find', 'no such thing');
    expect(await shown()).toEqual([]);
    expect(await textOf(options, '.nothing')).toContain('no such thing');
    await options.click('#find', { count: 3 });
    await options.keyboard.press('Backspace');
    expect(await shown()).toEqual(everything);
    await options.close();
  });
});

it('the reader’s addition to the disclaimer is counted, limited in length, and stored', async () => {
  const options = await openOptions();
  await options.select('#region', 'hk');
  await settled('region', 'hk');
  await options.type('#own-disclaimer', '  And ask  a friend. ');
  expect(await textOf(options, '#own-disclaimer-left')).toContain('21 of 300');
  await options.keyboard.press('Tab');
  await settled('ownDisclaimer', 'And ask a friend.');
  await until(
    () => textOf(options, '.facts.own'),
    (facts) => facts.includes('And ask a friend.'),
  );
  expect(await symbols(options, '.disclaimer code')).toEqual(['generic-en', 'hk-en']);
  const popup = await stage.chromium.openPopup();
  await popup.waitForSelector('tr.coin');
  const shown = await symbols(popup, 'footer .disclaimer > div > p');
  expect(shown.map((text) => text.trim().slice(0, 16))).toEqual([
    'Prices are for i',
    'Virtual assets a',
    'And ask a friend',
  ]);
  await popup.close();
  await options.close();
});
