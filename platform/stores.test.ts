import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type History, NO_HISTORY } from '../core/history/price-history.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../core/market/snapshot.ts';
import { DEFAULT_SETTINGS, type ParsedSettings } from '../core/settings/settings.ts';
import { DEFAULT_SITE_STATE } from '../core/sites/site-state.ts';
import {
  HEALTH,
  HISTORY_INDEX,
  PAGE_CONTEXT,
  PRICE_TABLE,
  SETTINGS,
  SETTINGS_BACKUPS,
  SNAPSHOT,
} from '../core/storage/items.ts';
import {
  readHistories,
  readHistoryIndex,
  readItem,
  readRaw,
  readSiteStates,
  setSiteHidden,
  watchHistories,
  watchItem,
  watchOutdated,
  watchSiteStates,
  writeHistories,
  writeIfNew,
  writeItems,
} from './stores.ts';

const { local } = fakeBrowser.storage;
const SNAP: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: { bitcoin: { last: '5', change24h: null, source: 'binance', at: 1 } },
};

beforeEach(() => fakeBrowser.reset());

describe('reading', () => {
  test('an absent item is its fallback', async () => {
    for (const item of [SNAPSHOT, HEALTH, SETTINGS, SETTINGS_BACKUPS, PAGE_CONTEXT]) {
      expect(await readItem<unknown>(item)).toEqual(item.fallback);
      expect(await readRaw(item)).toBeUndefined();
    }
  });

  test('a stored item is parsed, and unchanged in its raw form', async () => {
    await local.set({ snapshot: SNAP, settings: { v: 1, rows: 5, theme: 'neon' } });
    expect(await readItem(SNAPSHOT)).toEqual(SNAP);
    expect(await readItem(SETTINGS)).toEqual({
      settings: { ...DEFAULT_SETTINGS, rows: 5 },
      problem: 'bad-fields',
      badFields: ['theme'],
    });
    expect(await readRaw(SETTINGS)).toEqual({ v: 1, rows: 5, theme: 'neon' });
  });

  test('an invalid item is its fallback, not an error', async () => {
    await local.set({ snapshot: 'x', health: [1], settings: 7, 'settings-aside': {}, reference: 'r' });
    expect(await readItem(SNAPSHOT)).toEqual(EMPTY_SNAPSHOT);
    expect(await readItem(HEALTH)).toEqual(HEALTH.fallback);
    expect((await readItem(SETTINGS)).settings).toEqual(DEFAULT_SETTINGS);
    expect(await readItem(SETTINGS_BACKUPS)).toEqual([]);
    expect(await readItem(PAGE_CONTEXT)).toBeNull();
  });
});

describe('writing', () => {
  test('several items are one storage event', async () => {
    const events: string[][] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => void events.push(Object.keys(changes)));
    await writeItems({ [SNAPSHOT.key]: SNAP, [HEALTH.key]: HEALTH.fallback });
    expect(events).toEqual([['snapshot', 'health']]);
  });

  test('writes only changed values', async () => {
    const events: unknown[] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => void events.push(changes));
    await writeIfNew(PAGE_CONTEXT, { coins: ['a|A|a'], words: {} });
    await writeIfNew(PAGE_CONTEXT, { coins: ['a|A|a'], words: {} });
    expect(events).toHaveLength(1);
    await writeIfNew(PAGE_CONTEXT, { coins: ['b|B|b'], words: {} });
    expect(events).toHaveLength(2);
  });
});

describe('watching an item that is derived from another', () => {
  test('it is outdated only if the other is written without it', async () => {
    let calls = 0;
    const life = new AbortController();
    const count = (): void => {
      calls += 1;
    };
    watchOutdated(PRICE_TABLE, SNAPSHOT, count, life.signal);
    await writeItems({ [SNAPSHOT.key]: SNAP, [PRICE_TABLE.key]: 'made of it' });
    await writeItems({ [PRICE_TABLE.key]: 'derived from it', [HEALTH.key]: HEALTH.fallback });
    expect(calls).toBe(0);
    await local.set({ [SNAPSHOT.key]: { ...SNAP, trouble: null, quotes: {} } });
    expect(calls).toBe(1);
    await local.remove(SNAPSHOT.key);
    expect(calls).toBe(2);
    life.abort();
    await writeItems({ [SNAPSHOT.key]: SNAP });
    expect(calls).toBe(2);
  });
});

describe('watching an item', () => {
  const watched = () => {
    const seen: Snapshot[] = [];
    const life = new AbortController();
    watchItem(SNAPSHOT, (snapshot) => seen.push(snapshot), life.signal);
    return { seen, life };
  };

  test('calls back with its new value, parsed, and ignores other items', async () => {
    const { seen } = watched();
    await local.set({ health: { v: 1 } });
    await local.set({ snapshot: { ...SNAP, quotes: { ...SNAP.quotes, BAD: 1 } } });
    expect(seen).toEqual([SNAP]);
  });

  test('calls back with the fallback when it is removed', async () => {
    await local.set({ snapshot: SNAP });
    const { seen } = watched();
    // As in browsers: without a new value.
    await fakeBrowser.storage.onChanged.trigger({ snapshot: { oldValue: SNAP } }, 'local');
    await local.remove('snapshot');
    expect(seen).toEqual([EMPTY_SNAPSHOT, EMPTY_SNAPSHOT]);
  });

  test('ignores other storage areas', async () => {
    const { seen } = watched();
    await fakeBrowser.storage.sync.set({ snapshot: SNAP });
    await fakeBrowser.storage.session.set({ snapshot: SNAP });
    expect(seen).toEqual([]);
  });

  test('ends with its signal, and removes its listener', async () => {
    const { seen, life } = watched();
    life.abort();
    await local.set({ snapshot: SNAP });
    expect(seen).toEqual([]);
    expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(false);
  });
});

describe('site states', () => {
  test('are read by host, among all other items', async () => {
    await local.set({
      settings: DEFAULT_SETTINGS,
      'site:coindesk.com': { v: 1, hidden: true, folded: null },
      'site:odaily.news': { v: 1, hidden: false, folded: true },
      'site:bad.example': 'x',
      'site:NOT A HOST': { v: 1, hidden: true },
    });
    expect(await readSiteStates()).toEqual(
      new Map([
        ['coindesk.com', { ...DEFAULT_SITE_STATE, hidden: true }],
        ['odaily.news', { ...DEFAULT_SITE_STATE, folded: true }],
        ['bad.example', DEFAULT_SITE_STATE],
      ]),
    );
  });

  test('hiding keeps the collapsed state, and www is the same site', async () => {
    await local.set({ 'site:coindesk.com': { v: 1, hidden: false, folded: true } });
    await setSiteHidden('www.coindesk.com', true);
    expect((await local.get('site:coindesk.com'))['site:coindesk.com']).toEqual({
      ...DEFAULT_SITE_STATE,
      hidden: true,
      folded: true,
    });
    await setSiteHidden('coindesk.com', false);
    await setSiteHidden('protos.com', true);
    expect(await readSiteStates()).toEqual(
      new Map([
        ['coindesk.com', { ...DEFAULT_SITE_STATE, folded: true }],
        ['protos.com', { ...DEFAULT_SITE_STATE, hidden: true }],
      ]),
    );
  });

  test('calls back on changes of any site, until the signal aborts', async () => {
    let calls = 0;
    const life = new AbortController();
    watchSiteStates(() => {
      calls += 1;
    }, life.signal);
    await local.set({ snapshot: SNAP });
    expect(calls).toBe(0);
    await setSiteHidden('protos.com', true);
    expect(calls).toBe(1);
    await local.remove('site:protos.com');
    expect(calls).toBe(2);
    life.abort();
    await setSiteHidden('protos.com', true);
    expect(calls).toBe(2);
  });
});

describe('histories of coins', () => {
  const PAST: History = {
    ...NO_HISTORY,
    past: [{ time: 60_000, at: 60_000, price: '5.5', source: 'binance' }],
  };
  const INDEX = { v: 1, ids: ['bitcoin'], tokens: 7, tokensAt: 9 };

  test('are read by coin, parsed, and only those requested', async () => {
    await local.set({ 'history:bitcoin': PAST, 'history:solana': 'x', 'history:ripple': PAST });
    expect(await readHistories(['bitcoin', 'solana', 'cardano'])).toEqual({
      bitcoin: PAST,
      solana: NO_HISTORY,
    });
    expect(await readHistories([])).toEqual({});
  });

  test('are written in one event with further items, after outdated ones are removed', async () => {
    await local.set({ 'history:ripple': PAST });
    const events: string[][] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => void events.push(Object.keys(changes)));
    await writeHistories({ bitcoin: PAST, solana: PAST }, ['ripple'], { [HISTORY_INDEX.key]: INDEX });
    expect(events).toEqual([['history:ripple'], ['history:bitcoin', 'history:solana', 'history-index']]);
    expect(await readHistories(['bitcoin', 'ripple'])).toEqual({ bitcoin: PAST });
    expect(await readHistoryIndex()).toEqual(INDEX);
  });

  test('are looked up if the index is missing', async () => {
    await local.set({
      'history:bitcoin': PAST,
      'history:solana': PAST,
      'history:': 1,
      'site:odaily.news': {},
    });
    for (const lost of [undefined, 'x', { v: 9 }]) {
      if (lost === undefined) await local.remove('history-index');
      else await local.set({ 'history-index': lost });
      expect((await readHistoryIndex()).ids).toEqual(['bitcoin', 'solana']);
    }
  });

  test('are watched by coin', async () => {
    let calls = 0;
    const life = new AbortController();
    watchHistories(
      ['bitcoin'],
      () => {
        calls += 1;
      },
      life.signal,
    );
    await local.set({ 'history:solana': PAST });
    expect(calls).toBe(0);
    await local.set({ 'history:bitcoin': PAST });
    expect(calls).toBe(1);
    life.abort();
    await local.remove('history:bitcoin');
    expect(calls).toBe(1);
  });
});

test('settings of a later release are not overwritten by reading them', async () => {
  const later = { v: 9, everything: 'new' };
  await local.set({ settings: later });
  const read: ParsedSettings = await readItem(SETTINGS);
  expect(read.problem).toBe('future-version');
  expect(await readRaw(SETTINGS)).toEqual(later);
});
