import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageDisclaimers } from '../core/disclaimer/regional.ts';
import { NO_HISTORY } from '../core/history/price-history.ts';
import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import { EMPTY_SNAPSHOT } from '../core/market/snapshot.ts';
import { CURRENCY_DEFAULTS } from '../core/money/currency.ts';
import {
  coinNames,
  PAGE_CONTEXT_VERSION,
  type PageContext,
  pageContextText,
} from '../core/page-data/page-context.ts';
import { buildPriceTable, priceTableText } from '../core/page-data/price-table.ts';
import { parsePageSettings } from '../core/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { DEFAULT_SITE_STATE } from '../core/sites/site-state.ts';
import { OVERLAY } from '../locales/index.ts';
import {
  isConnected,
  onPageMessage,
  readDay,
  readStored,
  send,
  watchStored,
  writeSite,
} from './content-bridge.ts';

const BOARD = buildPriceTable(EMPTY_SNAPSHOT, COIN_BY_ID, DEFAULT_SETTINGS);
const REFERENCE: PageContext = {
  v: PAGE_CONTEXT_VERSION,
  coins: coinNames(COIN_BY_ID),
  words: OVERLAY,
  sources: {},
  currencies: CURRENCY_DEFAULTS,
  disclaimers: pageDisclaimers('uk'),
  settings: parsePageSettings(undefined),
};

const { local } = fakeBrowser.storage;
const SITE = 'coindesk.com';
const { id } = fakeBrowser.runtime;

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  fakeBrowser.runtime.id = id;
});

test('before the first run of the background there is nothing to show, and no error', async () => {
  expect(await readStored(SITE)).toEqual({
    priceTable: null,
    pageContext: null,
    site: DEFAULT_SITE_STATE,
  });
});

test('reads the data for pages and the state of its own site, and nothing else', async () => {
  await local.set({
    board: priceTableText(BOARD),
    reference: pageContextText(REFERENCE),
    settings: { v: 1, panel: false },
    'site:coindesk.com': { v: 1, hidden: true, folded: false },
    'site:protos.com': { ...DEFAULT_SITE_STATE, folded: true },
    health: { v: 1 },
  });
  expect(await readStored(SITE)).toEqual({
    priceTable: BOARD,
    pageContext: REFERENCE,
    site: { ...DEFAULT_SITE_STATE, hidden: true, folded: false },
  });
});

test('the last day of a coin is its prices, or empty', async () => {
  const day = { at: 1, source: 'binance', start: 1, step: 1, prices: ['1', '2'] };
  await local.set({
    'history:bitcoin': { ...NO_HISTORY, day },
    'history:solana': { ...NO_HISTORY, day: { prices: 'x' } },
    'history:tron': { ...NO_HISTORY, v: 2, day },
    'history:cardano': NO_HISTORY,
  });
  expect(await readDay('bitcoin')).toEqual(['1', '2']);
  for (const id of ['solana', 'tron', 'cardano', 'dogecoin']) expect(await readDay(id)).toEqual([]);
});

test('writes one key: the state of its own site', async () => {
  await writeSite('www.coindesk.com', { hidden: true });
  expect(await local.get(null)).toEqual({ 'site:coindesk.com': { ...DEFAULT_SITE_STATE, hidden: true } });
});

test('writes the changed fields, and keeps what another view has written since', async () => {
  await local.set({ 'site:coindesk.com': { ...DEFAULT_SITE_STATE, hidden: true } });
  await writeSite(SITE, { folded: true });
  expect((await readStored(SITE)).site).toEqual({ ...DEFAULT_SITE_STATE, hidden: true, folded: true });
});

test('two concurrent choices are both written', async () => {
  await Promise.all([writeSite(SITE, { folded: true }), writeSite(SITE, { foldedDisclaimer: 'uk-en@1' })]);
  expect((await readStored(SITE)).site).toEqual({
    ...DEFAULT_SITE_STATE,
    folded: true,
    foldedDisclaimer: 'uk-en@1',
  });
});

test('a failed write does not block the next one', async () => {
  const set = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('full'));
  await writeSite(SITE, { hidden: true });
  await writeSite(SITE, { folded: true });
  set.mockRestore();
  expect((await readStored(SITE)).site).toEqual({ ...DEFAULT_SITE_STATE, folded: true });
});

describe('watching', () => {
  const watch = () => {
    let calls = 0;
    const life = new AbortController();
    const changed = (): void => {
      calls += 1;
    };
    watchStored(SITE, changed, life.signal);
    return { calls: () => calls, life };
  };

  test('calls back on each change of the keys it reads, once per write', async () => {
    const { calls } = watch();
    await writeSite(SITE, { folded: true });
    expect(calls()).toBe(1);
    await local.set({
      board: priceTableText(BOARD),
      reference: pageContextText(REFERENCE),
      health: { v: 1 },
    });
    expect(calls()).toBe(2);
  });

  test('ignores other sites and other keys', async () => {
    const { calls } = watch();
    await writeSite('protos.com', { hidden: true });
    await local.set({ health: { v: 1 }, settings: DEFAULT_SETTINGS, 'history:tron': NO_HISTORY });
    expect(calls()).toBe(0);
  });

  test('ends with its signal', async () => {
    const { calls, life } = watch();
    life.abort();
    await local.set({ board: priceTableText(BOARD) });
    expect(calls()).toBe(0);
  });
});

describe('an orphaned script, after the extension was updated or removed', () => {
  const orphan = (): void => {
    Reflect.set(fakeBrowser.runtime, 'id', undefined);
  };

  test('detects that it is orphaned', () => {
    expect(isConnected()).toBe(true);
    orphan();
    expect(isConnected()).toBe(false);
  });

  test('ends without using the extension API', () => {
    const life = new AbortController();
    watchStored(SITE, () => {}, life.signal);
    orphan();
    expect(() => life.abort()).not.toThrow();
  });
});

test('a command without a receiver resolves without an error', async () => {
  await expect(send({ type: 'refresh', userInitiated: true })).resolves.toBeUndefined();
});

test('a command reaches the background', async () => {
  const received: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener((raw) => void received.push(raw));
  await send({ type: 'open-options' });
  expect(received).toEqual([{ type: 'open-options' }]);
});

test('a page responds to its own extension only', () => {
  const listeners: ((message: unknown, sender: unknown, reply: (answer: unknown) => void) => void)[] = [];
  const { addListener } = fakeBrowser.runtime.onMessage;
  Reflect.set(fakeBrowser.runtime.onMessage, 'addListener', (listener: never) => listeners.push(listener));
  const report = { site: 'example.com', panel: 'open', coins: null, published: null } as const;
  onPageMessage(() => report);
  Reflect.set(fakeBrowser.runtime.onMessage, 'addListener', addListener);
  const answers: unknown[] = [];
  for (const sender of [{ id }, { id: 'another' }, {}])
    for (const listener of listeners) listener({ type: 'report' }, sender, (answer) => answers.push(answer));
  expect(answers).toEqual([report]);
});
