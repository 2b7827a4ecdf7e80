import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { countHosts, until } from '../../world/surface.ts';
import { GOLDEN_ZH } from './golden.ts';
import { isSourceRequest, useStage } from './harness.ts';

const stage = useStage();
afterEach(async () => {
  await stage.store({ settings: { v: 1 } });
  await stage.closePages();
});

/** Returns the popup's list as text: symbol, name, price, money, change. */
const rowsOf = (popup: Page): Promise<string[][]> =>
  popup.$$eval('tr.coin', (rows) =>
    rows.map((row) => {
      const text = (selector: string): string => row.querySelector(selector)?.textContent?.trim() ?? '';
      const figures = [...row.querySelectorAll('td.figure')];
      return [
        text('.symbol'),
        text('th .second'),
        figures[0]?.querySelector('.last')?.textContent?.trim() ?? '',
        figures[0]?.querySelector('.second')?.textContent?.trim() ?? '',
        (figures[1]?.textContent ?? '').replace(/[▲▼\s]/g, ''),
      ];
    }),
  );

// Explicitly Chinese: some systems package the browser's translations separately.
const CHINESE = { v: 1, language: 'zh-Hans' };

async function openPopup(): Promise<Page> {
  const popup = await stage.chromium.openPopup();
  await popup.waitForSelector('tr.coin');
  return popup;
}

describe('the popup', () => {
  beforeEach(async () => {
    await stage.store({ settings: CHINESE });
    // The popup opens over a page.
    await stage.panel(await stage.open(PAGES.zh));
  });

  it('shows the full list, the golden ten first, with source, age and disclaimer', async () => {
    const popup = await openPopup();
    const rows = await rowsOf(popup);
    expect(rows.slice(0, 10)).toEqual(GOLDEN_ZH);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => row[2] === '—')).toEqual([]);
    expect(await popup.$eval('header', (header) => header.textContent)).toMatch(/Binance · (刚刚|\d+ 秒前)/);
    expect(await popup.$eval('footer', (footer) => footer.textContent)).toContain('不构成任何投资建议');
    await popup.close();
  });

  it('finds coins by symbol, Chinese and English name, and shows when there is no match', async () => {
    const popup = await openPopup();
    const search = async (text: string): Promise<string[]> => {
      await popup.$eval('input', (input) => {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await popup.type('input', text);
      return (await rowsOf(popup)).map(([symbol = '']) => symbol);
    };
    expect(await search('比特币')).toEqual(expect.arrayContaining(['BTC', 'BCH']));
    expect(await search('dogecoin')).toEqual(['DOGE']);
    expect((await search('sol'))[0]).toBe('SOL');
    expect(await search('no such coin')).toEqual([]);
    expect(await popup.$eval('.empty', (empty) => empty.textContent)).toContain('no such coin');
    await popup.close();
  });

  it('sorts by change and by price', async () => {
    const popup = await openPopup();
    const number = (text = ''): number => Number(text.replace(/[^\d.+-]/g, ''));
    const headers = await popup.$$('thead button');
    await headers.at(-1)?.click();
    const changes = (await rowsOf(popup)).map((row) => number(row[4]));
    const isSorted = (values: number[], sign: number): boolean =>
      values.every((value, index) => index === 0 || sign * (value - (values[index - 1] ?? value)) >= 0);
    expect(isSorted(changes, 1) || isSorted(changes, -1)).toBe(true);
    expect(
      await popup.$$eval('th[aria-sort]', (all) => all.map((th) => th.getAttribute('aria-sort'))),
    ).toContain('descending');
    await popup.close();
  });

  it('refreshes now', async () => {
    await stage.passGap();
    const popup = await openPopup();
    stage.world.market.set('bitcoin', { last: '108000.5' });
    stage.world.clearRequests();
    await popup.click('header button');
    await until(
      () => rowsOf(popup),
      (rows) => rows[0]?.[2] === '108,000.50 USDT',
    );
    expect(stage.world.requests.filter(isSourceRequest).map(({ host }) => host)).toEqual([
      'data-api.binance.vision',
    ]);
    stage.world.market.set('bitcoin', { last: '105239.09' });
    await popup.close();
  });
});

describe('the options', () => {
  it('change open pages and the popup at once, without a reload', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    const options = await stage.chromium.extensionPage('options.html');
    await options.waitForSelector('#currency');
    await options.select('#currency', 'EUR');
    await page.bringToFront();
    await stage.panel(page, ({ rows }) => rows[0]?.money.startsWith('€') === true);
    await options.bringToFront();
    await options.select('#language', 'en');
    await page.bringToFront();
    const english = await stage.panel(page, ({ title }) => title === 'Hot coins');
    expect(english.rows[0]?.name).toBe('Bitcoin');
    await options.bringToFront();
    await options.$eval('#rows', (field) => {
      (field as HTMLInputElement).value = '';
    });
    await options.type('#rows', '5');
    await options.keyboard.press('Enter');
    await page.bringToFront();
    await stage.panel(page, ({ rows }) => rows.length === 5);
    await stage.store({ settings: { v: 1, theme: 'dark', colours: 'blue-orange' } });
    await stage.panel(page, ({ theme, colours }) => theme === 'dark' && colours === 'blue-orange');
    await stage.store({ settings: { v: 1, panel: false } });
    await until(
      () => countHosts(page),
      (hosts) => hosts === 0,
    );
    const popup = await openPopup();
    await stage.store({ settings: { v: 1, currency: 'JPY' } });
    await until(
      () => rowsOf(popup),
      (rows) => rows[0]?.[3]?.startsWith('JP¥') === true,
    );
    await popup.close();
    await options.close();
  });

  it.each<[string, unknown]>([
    ['garbage', 'rubbish'],
    ['a future version', { v: 9, currency: 'CNY', extra: [1] }],
    ['wrong types', { v: 1, rows: 'ten', periodSeconds: -5, panel: true }],
  ])(
    '%s in storage gives defaults and a visible note, and the raw value is backed up',
    async (_name, raw) => {
      const page = await stage.open(PAGES.zh);
      await stage.store({ settings: raw });
      expect((await stage.panel(page)).rows).toHaveLength(10);
      await until(
        () => stage.stored('settings-aside'),
        (aside) => ((aside ?? []) as { raw: unknown }[]).some((entry) => isDeepStrictEqual(entry.raw, raw)),
      );
      const popup = await openPopup();
      expect(await popup.$eval('.strip', (strip) => strip.textContent)).not.toBe('');
      await popup.close();
      const options = await stage.chromium.extensionPage('options.html');
      await options.waitForSelector('details');
      const text = await options.$eval('body', (body) => body.textContent ?? '');
      for (const part of JSON.stringify(raw).match(/\w{3,}/g) ?? []) expect(text).toContain(part);
      await options.close();
      await stage.store({ 'settings-aside': [] });
    },
  );

  it('switches a single site off and on', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    const options = await stage.chromium.extensionPage('options.html');
    const control = await options.waitForSelector('#site-panewslab\\.com');
    await control?.evaluate((element) => (element as HTMLElement).click());
    await page.bringToFront();
    await until(
      () => countHosts(page),
      (hosts) => hosts === 0,
    );
    await options.bringToFront();
    await control?.evaluate((element) => (element as HTMLElement).click());
    await page.bringToFront();
    await stage.panel(page);
    await options.close();
  });
});
