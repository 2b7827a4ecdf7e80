import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArticleAnswer } from '../../core/article/article-types.ts';
import { pageDisclaimers } from '../../core/disclaimer/regional.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { EMPTY_SNAPSHOT } from '../../core/market/snapshot.ts';
import { CURRENCY_DEFAULTS } from '../../core/money/currency.ts';
import { coinNames, PAGE_CONTEXT_VERSION, pageContextText } from '../../core/page-data/page-context.ts';
import { buildPriceTable, priceTableText } from '../../core/page-data/price-table.ts';
import { parsePageSettings } from '../../core/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { DEFAULT_SITE_STATE } from '../../core/sites/site-state.ts';
import type { Message, PageMessage } from '../../core/storage/messages.ts';
import { OVERLAY } from '../../locales/index.ts';
import { deferred } from '../../tests/dom/controls.ts';
import { goTo, one, show } from '../../tests/dom/show.ts';

const SITE = 'coindesk.com';
const KEY = `site:${SITE}`;
const ARTICLE = {
  body: `<article><h1>Bitcoin rises</h1><p>${'Bitcoin was bought. '.repeat(30)}</p></article>`,
};
const OG = { head: '<meta property="og:type" content="article">' };
const ANSWER: ArticleAnswer = {
  mentions: [{ block: 1, start: 0, end: 7, id: 'bitcoin' }],
  coins: [{ id: 'bitcoin', count: 30 }],
  published: null,
  pasts: {},
};
const { local } = fakeBrowser.storage;
const { id } = fakeBrowser.runtime;

/** What the page sent to the background, and what that answers. */
let sent: Message[] = [];
let background: (message: Message) => Promise<unknown> = async () => undefined;

async function fillStorage(site: object = {}): Promise<void> {
  await local.set({
    board: priceTableText(buildPriceTable(EMPTY_SNAPSHOT, COIN_BY_ID, DEFAULT_SETTINGS)),
    reference: pageContextText({
      v: PAGE_CONTEXT_VERSION,
      coins: coinNames(COIN_BY_ID),
      words: OVERLAY,
      sources: {},
      currencies: CURRENCY_DEFAULTS,
      disclaimers: pageDisclaimers('uk'),
      settings: parsePageSettings(undefined),
    }),
    [KEY]: { ...DEFAULT_SITE_STATE, ...site },
  });
}

/** Elements of ours beside the body: the panel's host. */
const hosts = (): Element[] =>
  [...document.documentElement.children].filter(({ localName }) => localName === 'div');
const storedSite = async (): Promise<unknown> => (await local.get(KEY))[KEY];
/** Writes again what is there, as every refresh of the background does. */
const touch = async (): Promise<void> => {
  fakeBrowser.storage.onChanged.trigger({ board: {} }, 'local');
};

/** What the extension asks of the page, as the browser hands it over. */
function ask(message: PageMessage): unknown {
  let answer: unknown;
  for (const listener of listeners) listener(message, { id }, (given) => (answer = given));
  return answer;
}
let listeners: ((message: PageMessage, sender: object, reply: (answer: unknown) => void) => void)[] = [];

async function start(): Promise<void> {
  vi.stubGlobal('chrome', fakeBrowser);
  const { startOverlay } = await import('./controller.ts');
  startOverlay(SITE);
}

beforeEach(() => {
  fakeBrowser.reset();
  sent = [];
  listeners = [];
  background = async () => undefined;
  Reflect.set(fakeBrowser.runtime, 'sendMessage', (message: Message) => {
    sent.push(message);
    return background(message);
  });
  Reflect.set(fakeBrowser.runtime, 'onMessage', { addListener: (one: never) => listeners.push(one) });
});

// The extension goes: what a test has started ends.
afterEach(async () => {
  Reflect.set(fakeBrowser.runtime, 'id', undefined);
  await touch();
  await vi.waitFor(() => expect(hosts()).toEqual([]));
  Reflect.set(fakeBrowser.runtime, 'id', id);
});

describe('the panel', () => {
  test('comes after one read of storage and one message, and goes with the extension', async () => {
    show({ ...ARTICLE, ...OG });
    await fillStorage();
    background = async ({ type }) => (type === 'read-article' ? ANSWER : undefined);
    const get = vi.spyOn(local, 'get');
    await start();
    await vi.waitFor(() => expect(hosts()).toHaveLength(1));
    await vi.waitFor(() => expect(ask({ type: 'report' })).toMatchObject({ coins: ANSWER.coins }));
    expect(get).toHaveBeenCalledTimes(1);
    expect(sent.filter(({ type }) => type === 'read-article')).toHaveLength(1);
    get.mockRestore();
    expect([...(CSS.highlights.get('mention') ?? [])]).toHaveLength(1);
    Reflect.set(fakeBrowser.runtime, 'id', undefined);
    await touch();
    await vi.waitFor(() => expect(hosts()).toEqual([]));
    expect(CSS.highlights.has('mention')).toBe(false);
  });

  test('does not wait for a background that has to be woken', async () => {
    show({ ...ARTICLE, ...OG });
    await fillStorage();
    background = () => new Promise(() => undefined);
    await start();
    await vi.waitFor(() => expect(hosts()).toHaveLength(1));
    expect(ask({ type: 'report' })).toMatchObject({ coins: [] });
  });

  test('stays away where the site is hidden, and where its owner says so', async () => {
    show(ARTICLE);
    await fillStorage({ hidden: true });
    await start();
    await vi.waitFor(() => expect(ask({ type: 'report' })).toMatchObject({ panel: 'hidden' }));
    expect(hosts()).toEqual([]);
    show({ ...ARTICLE, head: '<meta name="tickside" content="off">' });
    await fillStorage();
    await vi.waitFor(() => expect(ask({ type: 'report' })).toMatchObject({ panel: 'off' }));
    expect(hosts()).toEqual([]);
  });

  test('comes back three times when the page removes it, then reports that', async () => {
    show(ARTICLE);
    await fillStorage();
    await start();
    for (let removals = 0; removals < 4; removals += 1) {
      await vi.waitFor(() => expect(hosts()).toHaveLength(1));
      hosts()[0]?.remove();
    }
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'removed-by-page' }));
    expect(hosts()).toEqual([]);
    expect(ask({ type: 'report' })).toMatchObject({ panel: 'removed-by-page' });
  });
});

describe('a choice', () => {
  test('is not undone by a read that was started before it and comes back after it', async () => {
    show(ARTICLE);
    await fillStorage({ folded: false });
    await start();
    await vi.waitFor(() => expect(hosts()).toHaveLength(1));
    expect(ask({ type: 'report' })).toMatchObject({ panel: 'open' });
    const old = await local.get(null);
    const late = deferred<Record<string, unknown>>();
    const get = vi.spyOn(local, 'get').mockImplementationOnce(() => late.promise);
    await touch();
    expect(get).toHaveBeenCalledTimes(1);
    ask({ type: 'toggle' });
    expect(ask({ type: 'report' })).toMatchObject({ panel: 'folded' });
    late.resolve(old);
    await vi.waitFor(async () => expect(await storedSite()).toMatchObject({ folded: true }));
    expect(ask({ type: 'report' })).toMatchObject({ panel: 'folded' });
    get.mockRestore();
  });

  test('leaves what another view has written meanwhile', async () => {
    show(ARTICLE);
    await fillStorage({ folded: false });
    await start();
    await vi.waitFor(() => expect(hosts()).toHaveLength(1));
    expect(ask({ type: 'report' })).toMatchObject({ panel: 'open' });
    const stored = { ...DEFAULT_SITE_STATE, folded: false, foldedDisclaimer: 'uk-en@1' };
    const write = local.set({ [KEY]: stored });
    ask({ type: 'toggle' });
    await write;
    await vi.waitFor(async () =>
      expect(await storedSite()).toEqual({ ...stored, hidden: false, folded: true }),
    );
  });
});

describe('the article', () => {
  test('is read again when the page becomes another; an answer about the one before is dropped', async () => {
    show({ ...ARTICLE, ...OG });
    await fillStorage();
    const first = deferred<ArticleAnswer>();
    let reads = 0;
    background = async ({ type }) => {
      if (type !== 'read-article') return undefined;
      reads += 1;
      return reads === 1 ? first.promise : { ...ANSWER, coins: [{ id: 'solana', count: 2 }] };
    };
    await start();
    await vi.waitFor(() => expect(reads).toBe(1));
    goTo('/another');
    one('article p').textContent = 'Solana was sold. '.repeat(30);
    await vi.waitFor(() => expect(reads).toBe(2), 5_000);
    first.resolve(ANSWER);
    await vi.waitFor(() =>
      expect(ask({ type: 'report' })).toMatchObject({ coins: [{ id: 'solana', count: 2 }] }),
    );
  });
});
