import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import {
  boxOfPanel,
  clickOnPanel,
  countHosts,
  readCard,
  readNote,
  readPanel,
  until,
} from '../../world/surface.ts';
import { GOLDEN_ZH } from './golden.ts';
import { useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

const PUBLISHED = Date.parse('2025-10-10T12:22:00Z');

/** The stored history of a coin. */
function past(price: string) {
  const day = { at: Date.now(), source: 'binance', start: Date.now() - 86_400_000, step: 1_800_000 };
  return {
    v: 1,
    day: { ...day, prices: ['100', '101.5', '99', '103'] },
    week: null,
    past: [{ time: PUBLISHED, at: PUBLISHED, price, source: 'binance' }],
  };
}

/** Records the messages of the content script to the background. */
const recordMessages = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const scope = window as unknown as { serialised: string };
    document.addEventListener('DOMContentLoaded', () => {
      scope.serialised = document.documentElement.outerHTML;
    });
  });

/** Returns the center of a word in the article's text. */
const middleOf = (page: Page, word: string): Promise<{ x: number; y: number }> =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      const box = node.parentElement?.getBoundingClientRect();
      if (at < 0 || node.parentElement?.matches('h1, h1 *') || !box || box.width < 20) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`no ${text}`);
  }, word);

/** Sends a message to a page, as the background or the popup does. */
const sendToPage = async (message: unknown): Promise<unknown> =>
  (await stage.chromium.worker()).evaluate(async (what) => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(tab?.id ?? 0, what);
  }, message);

const report = (): Promise<{ panel: string; coins: { id: string; count: number }[]; published: number }> =>
  sendToPage({ type: 'report' }) as never;

describe('the coins of the article', () => {
  it('come first, with their count, and the change since publication if known; the hot list is unchanged', async () => {
    await stage.store({ 'history:bitcoin': past('121500.5'), 'history:ethereum': past('2000') });
    await stage.panel(await stage.open(PAGES.listing));
    // The past prices of the other coins cannot be fetched.
    stage.world.fault('*', { kind: 'refuse' });
    const page = await stage.open(PAGES.zh, recordMessages);
    const { mentioned, rows, text } = await stage.panel(
      page,
      ({ mentioned: [first] }) => first?.since !== undefined && first.since !== '',
    );
    expect(mentioned[0]).toMatchObject({ symbol: 'BTC', name: '比特币', change: '+0.76%', since: '-13.38%' });
    expect(mentioned.find(({ symbol }) => symbol === 'ETH')?.since).toBe('+25.88%');
    // Without a past price there is no figure.
    expect(mentioned.find(({ symbol }) => symbol === 'SOL')?.since).toBe('');
    stage.world.fault('*', null);
    await stage.store({ health: null });
    expect(mentioned).toHaveLength(5);
    expect(text).toMatch(/发布于 \d+ 天前/);
    expect(rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
    // The watermarks, one in every paragraph, are not counted.
    expect(mentioned[0]?.count).not.toMatch(/×\d\d/);
    expect(await report()).toMatchObject({ panel: 'open', published: PUBLISHED });
    await clickOnPanel(page, '+');
    expect((await stage.panel(page, (panel) => panel.mentioned.length > 5)).rows).toHaveLength(10);
  });

  it('are those of visible text: hidden text is not part of the article', async () => {
    const tricks = [
      'display:none',
      'visibility:hidden',
      'opacity:0',
      'font-size:0',
      'color:#fff',
      'color:transparent',
      'position:absolute;left:-9999px',
      'position:absolute;clip:rect(0,0,0,0)',
      'position:absolute;clip-path:inset(50%)',
      'clip-path:circle(0)',
      'display:block;text-indent:-9999px',
      'display:block;text-indent:-9999999px',
      'display:block;height:0;overflow:hidden',
      'display:inline-block;transform:scale(0)',
    ];
    const url = 'https://www.theblock.co/post/410002/what-one-sees';
    const filler =
      'Trading in tokens was quiet all week, and analysts expected little of the coming days either. ';
    stage.world.serve(url, {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seen</title>
<style>body{background:#fff;color:#111}article{width:620px}</style></head><body><article><h1>Solana is in sight</h1>
${tricks.map((style) => `<p>${filler}<span style="${style}">Dogecoin, Cardano and $XRP</span></p>`).join('')}
<p style="text-indent:2em">The tokens of Chainlink rose.<noscript><img alt="Dogecoin" src="/doge.png">Dogecoin</noscript></p></article></body></html>`,
    });
    const page = await stage.open(url);
    const { mentioned } = await stage.panel(page, (panel) => panel.mentioned.length > 0);
    expect(mentioned.map(({ symbol, count }) => symbol + count)).toEqual(['SOL×1', 'LINK×1']);
  });

  it('the page is unchanged except for panel and note; of the underlines it sees only a name', async () => {
    const page = await stage.open(PAGES.zh, recordMessages);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    await until(
      () => readNote(page),
      (note) => note !== null,
    );
    const seen = await page.evaluate(() => {
      const clock = /id="(clock|status)">[^<]*/g;
      const { serialised } = window as unknown as { serialised: string };
      for (const div of document.querySelectorAll('div'))
        if (div.attributes.length === 0 && div.childNodes.length === 0) div.remove();
      return {
        same: document.documentElement.outerHTML.replace(clock, '') === serialised.replace(clock, ''),
        names: [...CSS.highlights.keys()],
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      };
    });
    expect(seen).toEqual({ same: true, names: ['mention'], sheets: [1, 0] });
  });

  it('shows a card under the pointer, keeps it while the pointer is on it, and closes it on Escape', async () => {
    await stage.store({ 'history:bitcoin': past('121500.5') });
    const page = await stage.open(PAGES.en);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    const { x, y } = await middleOf(page, 'Bitcoin');
    await page.mouse.move(x, y);
    const card = await until(
      () => readCard(page),
      (text) => text !== null,
    );
    expect(card).toMatch(/Binance.*24 h · since published.*BTC.*Bitcoin.*105,239\.09 USDT.*-13\.38%/);
    await page.mouse.move(x + 4, y + 40, { steps: 4 });
    await new Promise((done) => setTimeout(done, 700));
    expect(await readCard(page)).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await readCard(page)).toBeNull();
    await page.mouse.move(20, 20);
    await page.mouse.move(x, y);
    await until(
      () => readCard(page),
      (text) => text !== null,
    );
    await page.mouse.move(20, 20);
    await until(
      () => readCard(page),
      (text) => text === null,
    );
  });

  it('updates prices while its card is open', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    const { x, y } = await middleOf(page, 'Bitcoin');
    await page.mouse.move(x, y);
    await until(
      () => readCard(page),
      (text) => text?.includes('USDT') === true,
    );
    await stage.passGap();
    stage.world.market.set('bitcoin', { last: '105777.77' });
    await stage.tick();
    await until(
      () => readCard(page),
      (text) => text?.includes('105,777.77 USDT') === true,
    );
    stage.world.market.set('bitcoin', { last: '105239.09' });
  });

  it('its history is requested when it is shown: by the card and the open panel, not by a collapsed one', async () => {
    const url = 'https://www.theblock.co/post/410003/a-calm-week';
    const text = [
      'Monero fell while trading in the other tokens was as quiet as it has been in any week of this year.',
      'Dogecoin rose a little, although hardly anybody in the market seemed to have noticed it until Friday.',
      'Litecoin stood still; analysts expect little of the days to come, and less of those that come after.',
    ];
    stage.world.serve(url, {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Past</title>
<meta property="article:published_time" content="${new Date(Date.now() - 7_200_000).toISOString()}"></head>
<body><article style="width:620px"><h1>A calm week</h1><p>${text.join('</p><p>')}</p></article></body></html>`,
    });
    const pasts = (): number =>
      stage.world.requests.filter(({ path }) => /kline|candle|ohlc/i.test(path)).length;
    await stage.store({
      'site:theblock.co': { v: 1, hidden: false, folded: true, place: null, foldedDisclaimer: '' },
    });
    stage.world.clearRequests();
    const page = await stage.open(url);
    await stage.panel(page, ({ folded, mentioned }) => folded && mentioned.length === 3);
    const { x, y } = await middleOf(page, 'Monero');
    expect(pasts()).toBe(0);
    await page.mouse.move(x, y);
    await until(
      async () => pasts(),
      (count) => count > 0,
    );
    await clickOnPanel(page, 'BTC');
    await stage.panel(page, ({ folded, mentioned }) => !folded && mentioned.every(({ since }) => since));
  });

  it('can be stepped through by command: scrolled to, with its card', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    await sendToPage({ type: 'step', by: -1 });
    expect(await readCard(page)).toContain('USD');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await sendToPage({ type: 'step', by: 1 });
    await until(
      () => readCard(page),
      (card) => card?.includes('BTC') === true,
    );
  });

  it('is not underlined if the setting is off', async () => {
    await stage.store({ settings: { v: 1, mentions: false } });
    const page = await stage.open(PAGES.en);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await stage.store({ settings: { v: 1 } });
    await until(
      () => page.evaluate(() => CSS.highlights.size),
      (size) => size === 1,
    );
  });
});

/** The box of the panel once its size is stable: the article's coins and their histories arrive one after the other. */
async function boxAtRest(page: Page): ReturnType<typeof boxOfPanel> {
  let before = await boxOfPanel(page);
  for (let equal = 0; equal < 3; ) {
    await new Promise((done) => setTimeout(done, 200));
    const now = await boxOfPanel(page);
    equal = JSON.stringify(now) === JSON.stringify(before) ? equal + 1 : 0;
    before = now;
  }
  return before;
}

describe('the position of the panel', () => {
  it('can be dragged, snaps to the edge, moves by keys, and is stored', async () => {
    const page = await stage.open(PAGES.dark, (fresh) => fresh.setViewport({ width: 1280, height: 1200 }));
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    const start = await boxAtRest(page);
    await page.mouse.move(start.left + 30, start.top + 18);
    await page.mouse.down();
    await page.mouse.move(200, start.top - 22, { steps: 5 });
    await page.mouse.up();
    const dragged = await boxAtRest(page);
    expect(dragged.left).toBe(16);
    await page.reload();
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    const remembered = await boxAtRest(page);
    expect(remembered.left).toBe(16);
    expect(Math.abs(remembered.bottom - dragged.bottom)).toBeLessThan(2);
    await clickOnPanel(page, '✥');
    await until(
      () => boxOfPanel(page),
      ({ right }) => right === 1264,
    );
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await until(
      () => boxOfPanel(page),
      ({ left }) => left === 16,
    );
    await stage.store({ 'site:decrypt.co': { v: 1 } });
  });

  it('hides while something fills the screen, and does not print; the note does', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    await page.evaluate(() => {
      document.addEventListener('click', () => document.querySelector('h1')?.requestFullscreen(), {
        once: true,
      });
    });
    await page.mouse.click(300, 200);
    await until(
      () => boxOfPanel(page).catch(() => null),
      (box) => box === null,
    );
    await page.evaluate(() => document.exitFullscreen());
    await until(
      () => boxOfPanel(page).catch(() => null),
      (box) => box !== null,
    );
    await until(
      () => readNote(page),
      (note) => note !== null,
    );
    await page.emulateMediaType('print');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('div')]
        .filter((div) => div.attributes.length === 0 && div.childNodes.length === 0)
        .map((div) => getComputedStyle(div).display),
    );
    expect(shown.sort()).toEqual(['block', 'none']);
  });

  it('starts collapsed on a page with its own visible prices', async () => {
    const url = 'https://www.coindesk.com/markets/2025/10/10/with-prices-of-its-own';
    stage.world.serve(url, {
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html lang="en"><body><section style="float:right;width:300px"><h3>Hot coins</h3>BTC 1</section><article style="width:600px"><h1>Prices and prices</h1><p>${'Bitcoin moved. '.repeat(40)}</p></article>`,
    });
    const page = await stage.open(url);
    await stage.panel(page, (panel) => panel.folded);
  });

  it('moves away from the focused element', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#x';
      link.textContent = 'here';
      link.style.cssText = 'position:fixed;right:100px;top:400px';
      document.body.append(link);
      link.focus();
    });
    await stage.panel(page, (panel) => panel.folded);
  });
});

describe('pages that change', () => {
  it('an article after a client-side navigation is analyzed', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page, ({ mentioned: [first] }) => first?.symbol === 'BTC');
    await page.evaluate(() => {
      history.pushState({}, '', '/markets/2025/10/11/another-story-with-words');
      const body = document.querySelector('.document-body');
      body?.replaceChildren(
        ...Array.from({ length: 6 }, (_, index) => {
          const paragraph = document.createElement('p');
          paragraph.textContent = `On day ${index + 1} Litecoin (LTC) rose while Dogecoin fell, which holder number ${index} was glad about.`;
          return paragraph;
        }),
      );
    });
    await stage.panel(page, ({ mentioned: [first] }) => first?.symbol === 'LTC');
    await page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.name = 'tickside';
      meta.content = 'off';
      document.head.append(meta);
      history.pushState({}, '', '/markets/2025/10/12/a-third-story-with-words');
    });
    await until(
      () => countHosts(page),
      (hosts) => hosts === 0,
    );
    expect(await report()).toMatchObject({ panel: 'off' });
  });

  it('a rule for a path applies at once', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    await stage.store({ settings: { v: 1, denied: ['coindesk.com/markets/'] } });
    await until(
      () => countHosts(page),
      (hosts) => hosts === 0,
    );
    await stage.store({ settings: { v: 1 } });
    await stage.panel(page);
  });

  it('a page that removes the panel gets it back three times, and then no more', async () => {
    const page = await stage.open(PAGES.light);
    await stage.panel(page);
    await page.evaluate(() => {
      const scope = window as unknown as { removals: number };
      scope.removals = 0;
      const remove = (): void => {
        const host = document.querySelector('html > div');
        if (host) scope.removals += 1;
        host?.remove();
      };
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    });
    await until(report, ({ panel }) => panel === 'removed-by-page');
    expect(await page.evaluate(() => (window as unknown as { removals: number }).removals)).toBe(4);
    expect(await page.evaluate(() => document.querySelector('html > div'))).toBeNull();
  });

  it('stores that the disclaimer was collapsed, and still shows a line of it', async () => {
    const page = await stage.open(PAGES.dark);
    await stage.panel(page);
    await clickOnPanel(page, 'Collapse to one line');
    await stage.panel(page, ({ disclaimer }) => disclaimer.startsWith('Information only'));
    await page.reload();
    await stage.panel(page, ({ disclaimer }) => disclaimer.startsWith('Information only'));
    await stage.store({ 'site:decrypt.co': { v: 1, foldedDisclaimer: 'generic-en@0' } });
    await stage.panel(page, ({ disclaimer }) => disclaimer.startsWith('Prices are for information'));
  });

  it('adds the text of the selected region, in its own language, to the general one', async () => {
    const page = await stage.open(PAGES.en);
    await stage.store({
      settings: { v: 1, region: 'jp', ownDisclaimer: 'House rule: no trading at night.' },
    });
    const { disclaimer } = await stage.panel(page, (panel) => panel.disclaimer.includes('暗号資産'));
    expect(disclaimer).toMatch(/^Prices are for information only.*暗号資産.*House rule/s);
    await stage.store({ settings: { v: 1 } });
  });
});

describe('at the end', () => {
  it('fits a window of 320 px', async () => {
    const page = await stage.open(PAGES.en, (fresh) => fresh.setViewport({ width: 320, height: 640 }));
    await stage.panel(page, (panel) => panel.folded);
    await clickOnPanel(page, 'BTC');
    await stage.panel(page, (panel) => !panel.folded);
    const { left, right, top, bottom } = await boxOfPanel(page);
    expect([left, top].every((edge) => edge >= 0) && right <= 320 && bottom <= 640).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await stage.store({ 'site:coindesk.com': { v: 1 } });
  });

  it('an orphaned script removes all its elements, and none of a newer script', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page, (panel) => panel.mentioned.length > 0);
    const other = await stage.open(PAGES.zh);
    await stage.panel(other, (panel) => panel.mentioned.length > 0);
    await other.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('article p') ?? document.body);
      CSS.highlights.set('mention', new Highlight(range));
    });
    await stage.chromium.browser.uninstallExtension(stage.chromium.extensionId);
    for (const left of [other, page]) {
      await left.bringToFront();
      await until(
        () => countHosts(left),
        (hosts) => hosts === 0,
      );
    }
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await other.evaluate(() => CSS.highlights.get('mention')?.size)).toBe(1);
    expect(await readPanel(page)).toBeNull();
  });
});
