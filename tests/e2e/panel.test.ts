import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { clickOnPanel, countHosts, readNote, readPanel, until } from '../../world/surface.ts';
import { GOLDEN_EN, GOLDEN_ZH } from './golden.ts';
import { CHROME_BUILD, useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

const asTable = (rows: readonly object[]): string[][] => rows.map((row) => Object.values(row));

describe('the panel on a Chinese article', () => {
  it('shows the ten rows of the original page exactly, in order, with source, age and disclaimer', async () => {
    const page = await stage.open(PAGES.zh);
    const panel = await stage.panel(page);
    expect(asTable(panel.rows)).toEqual(GOLDEN_ZH);
    expect(panel).toMatchObject({
      title: '热门币种',
      lang: 'zh-Hans',
      theme: 'light',
      colours: 'red-up',
      folded: false,
    });
    expect(panel.status).toMatch(/^Binance · (刚刚|\d+ 秒前)$/);
    expect(panel.disclaimer).toContain('不构成任何投资建议');
    const note = await until(
      () => readNote(page),
      (text) => text !== null,
    );
    expect(note).toContain('不构成任何投资建议');
    expect(note).toContain('Tickside');
  });

  it('shows the rest on 查看更多 and collapses it again', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await clickOnPanel(page, '查看更多');
    const { rows } = await stage.panel(page, (panel) => panel.rows.length > 100);
    expect(rows.map((row) => row.symbol)).toContain('XMR');
    expect(rows.find((row) => row.symbol === 'PEPE')?.price).toBe('0.0₄1234 USDT');
    await clickOnPanel(page, '收起');
    expect((await stage.panel(page, (panel) => panel.rows.length <= 10)).rows).toHaveLength(10);
  });

  it('shows the full disclaimer and the attributions on one click', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await clickOnPanel(page, '全文');
    const { disclaimer } = await stage.panel(page, (panel) => panel.disclaimer.includes('独立判断'));
    expect(disclaimer).toContain('Price data by CoinGecko');
    expect(disclaimer).toContain('Rates By Exchange Rate API');
    expect(disclaimer).toMatch(/官方汇率/);
  });

  it('collapses to a pill, stores that for the site, and expands', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await clickOnPanel(page, '–');
    await stage.panel(page, (panel) => panel.folded);
    await page.reload();
    await stage.panel(page, (panel) => panel.folded);
    await clickOnPanel(page, 'BTC 105,239.09');
    expect((await stage.panel(page, (panel) => !panel.folded)).rows).toHaveLength(10);
  });

  it('hides on this site, offers an undo, and stays hidden on the next page', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await clickOnPanel(page, '本站隐藏');
    expect((await stage.panel(page, (panel) => panel.folded)).text).toContain('已在本站隐藏');
    await clickOnPanel(page, '撤销');
    await stage.panel(page, (panel) => !panel.folded);
    // Undone before the note was inserted: it is inserted as usual.
    await until(
      () => readNote(page),
      (note) => note !== null,
    );
    await clickOnPanel(page, '本站隐藏');
    await until(
      () => stage.stored('site:panewslab.com'),
      (state) => (state as { hidden?: boolean } | undefined)?.hidden === true,
    );
    await page.reload();
    await new Promise((done) => setTimeout(done, 800));
    expect(await countHosts(page)).toBe(0);
    await stage.store({ 'site:panewslab.com': { v: 1, hidden: false, folded: false } });
    await stage.panel(page);
    await until(
      () => readNote(page),
      (note) => note !== null,
    );
  });

  it('goes back to the top and opens the options', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await page.evaluate(() => scrollTo(0, 900));
    await clickOnPanel(page, '回顶部');
    await until(
      () => page.evaluate(() => scrollY),
      (y) => y === 0,
    );
    await clickOnPanel(page, '设置');
    const target = await stage.chromium.browser.waitForTarget((each) => each.url().endsWith('/options.html'));
    expect(target.url()).toContain(stage.chromium.extensionId);
    await (await target.page())?.close();
  });
});

describe('the panel elsewhere', () => {
  it('is the same in English under a strict CSP with Trusted Types, and leaves the console clean', async () => {
    const complaints: string[] = [];
    const page = await stage.open(PAGES.en, async (fresh) => {
      fresh.on('console', (message) => complaints.push(message.text()));
      fresh.on('pageerror', (error) => complaints.push(String(error)));
    });
    const panel = await stage.panel(page);
    expect(asTable(panel.rows)).toEqual(GOLDEN_EN);
    expect(panel).toMatchObject({ title: 'Hot coins', lang: 'en', colours: 'green-up' });
    expect(panel.status).toMatch(/^Binance · (just now|\d+ s ago)$/);
    const note = await until(
      () => readNote(page),
      (text) => text !== null,
    );
    expect(note).toContain('Not investment advice');
    expect(complaints).toEqual([]);
  });

  it('is dark on a dark page', async () => {
    const page = await stage.open(PAGES.dark);
    expect(await stage.panel(page)).toMatchObject({ theme: 'dark', lang: 'en' });
  });

  it('is shown on a listing page, without the note after an article', async () => {
    const page = await stage.open(PAGES.listing);
    await stage.panel(page);
    // Longer than the delay of the note.
    await new Promise((done) => setTimeout(done, 6_000));
    expect(await readNote(page)).toBeNull();
  });

  it('starts as a pill if there is no room next to the text', async () => {
    const page = await stage.open(PAGES.dark, (fresh) => fresh.setViewport({ width: 390, height: 800 }));
    await stage.panel(page, (panel) => panel.folded && panel.text.includes('BTC 105,239.09'));
  });

  it('is absent on a host that is not listed, and no script is registered for it', async () => {
    const page = await stage.open(PAGES.unlisted);
    await new Promise((done) => setTimeout(done, 800));
    expect(await readPanel(page)).toBeNull();
    expect(await countHosts(page)).toBe(0);
    expect(page.extensionRealms()).toEqual([]);
    const { content_scripts: scripts } = JSON.parse(readFileSync(`${CHROME_BUILD}/manifest.json`, 'utf8'));
    expect(JSON.stringify(scripts)).not.toMatch(/example\.org|all_urls|\*:\/\//);
  });

  it('is absent on a page whose owner opted out', async () => {
    const url = 'https://www.coindesk.com/markets/2025/10/10/opted-out-of-all-this';
    stage.world.serve(url, {
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><meta name="tickside" content="off"><p>${'Bitcoin moved. '.repeat(40)}</p>`,
    });
    const page = await stage.open(url);
    await new Promise((done) => setTimeout(done, 800));
    expect(await countHosts(page)).toBe(0);
  });
});
