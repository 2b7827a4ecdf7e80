import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOT_LISTS, type HotList } from '../settings/page-settings.ts';
import type { Coin } from './coin.ts';
import { listOrder } from './coin-lists.ts';
import type { Quote } from './quote.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';
import { parseSnapshot } from './snapshot-schema.ts';

const NAME = { en: '', 'zh-Hans': '', 'zh-Hant': '' };
const listOf = (ids: readonly string[]) =>
  new Map(ids.map((id): [string, Coin] => [id, { id, symbol: id.toUpperCase(), name: NAME }]));
const COINS = listOf(['a', 'b', 'c', 'd', 'e', 'f']);
type Figures = { readonly change?: string | null; readonly volume?: string };
const quote = ({ change = null, volume }: Figures): Quote => ({
  last: '1',
  change24h: change,
  source: 'binance',
  at: 1,
  ...(volume !== undefined && { volume24h: volume }),
});
const snapshotOf = (figures: Readonly<Record<string, Figures>>, more: Partial<Snapshot> = {}): Snapshot => ({
  ...EMPTY_SNAPSHOT,
  ...more,
  quotes: Object.fromEntries(Object.entries(figures).map(([id, one]) => [id, quote(one)])),
});
const order = (snapshot: Snapshot, kind: HotList, watchlist: readonly string[] = []) =>
  listOrder(snapshot, COINS, kind, watchlist).join('');

test('by market cap: ranked coins first, then the others in bundled order', () => {
  expect(order(EMPTY_SNAPSHOT, 'market-cap')).toBe('abcdef');
  expect(order(snapshotOf({}, { hot: { ids: ['c', 'x', 'a', 'c'], at: 1 } }), 'market-cap')).toBe('cabdef');
});

describe('most traded', () => {
  const volumes = {
    a: { volume: '9' },
    b: { volume: '10' },
    c: { volume: '10.00000000000000000001' },
    d: { volume: '10.0' },
    e: { volume: '100' },
  };

  test('sorts by exact numeric volume, ties by market cap; coins without a volume are left out', () => {
    expect(order(snapshotOf({ ...volumes, f: {} }), 'most-traded')).toBe('ecbda');
    expect(order(snapshotOf(volumes, { hot: { ids: ['d', 'b'], at: 1 } }), 'most-traded')).toBe('ecdba');
  });

  test('falls back to market cap when too few coins have a volume', () => {
    const { e: _e, ...four } = volumes;
    expect(order(snapshotOf(four), 'most-traded')).toBe('abcdef');
  });
});

describe('gainers and losers', () => {
  const moves = snapshotOf({
    a: { change: '-0.5' },
    b: { change: '9.99' },
    c: { change: '10.01' },
    d: { change: '0' },
    e: { change: '-12' },
    f: { change: null },
  });

  test('contain only coins that rose, or only coins that fell', () => {
    expect(order(moves, 'gainers')).toBe('cb');
    expect(order(moves, 'losers')).toBe('ea');
    expect(order(EMPTY_SNAPSHOT, 'gainers')).toBe('');
  });

  test('ties are sorted by market cap, in either direction', () => {
    const ties = snapshotOf(
      { a: { change: '1' }, b: { change: '1.0' }, c: { change: '-2' }, d: { change: '-2.00' } },
      { hot: { ids: ['d', 'b'], at: 1 } },
    );
    expect(order(ties, 'gainers')).toBe('ba');
    expect(order(ties, 'losers')).toBe('dc');
  });

  test('an illiquid coin is left out, however much it moves', () => {
    const thin = snapshotOf({
      a: { change: '900', volume: '4999999.99' },
      b: { change: '2', volume: '5000000' },
      c: { change: '1' },
    });
    expect(order(thin, 'gainers')).toBe('bc');
  });

  test('without volumes, the sixty largest coins count as liquid', () => {
    const ids = Array.from({ length: 62 }, (_none, index) => `coin-${index}`);
    const all = snapshotOf(Object.fromEntries(ids.map((id) => [id, { change: '1' }])));
    expect(listOrder(all, listOf(ids), 'gainers', [])).toEqual(ids.slice(0, 60));
    const quotes = { ...all.quotes, 'coin-61': quote({ change: '3', volume: '6000000' }) };
    expect(listOrder({ ...all, quotes }, listOf(ids), 'gainers', [])[0]).toBe('coin-61');
  });
});

test('trending contains the known coins of the source, and falls back to market cap', () => {
  expect(order(snapshotOf({}, { trending: { ids: ['f', 'x', 'b', 'f'], at: 1 } }), 'trending')).toBe('fb');
  expect(order(snapshotOf({}, { trending: { ids: ['x'], at: 1 } }), 'trending')).toBe('abcdef');
  expect(order(EMPTY_SNAPSHOT, 'trending')).toBe('abcdef');
});

test('the watchlist is the reader’s own order, and may be empty', () => {
  expect(order(EMPTY_SNAPSHOT, 'watchlist', ['e', 'x', 'a'])).toBe('ea');
  expect(order(EMPTY_SNAPSHOT, 'watchlist')).toBe('');
});

test('whatever is stored, every list contains known coins only, each once', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'f', 'x', '__proto__'));
  const figures = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'x'),
    fc.record({
      change: fc.constantFrom(null, '-1', '0', '2.5', 'rubbish'),
      volume: fc.constantFrom('1', '6000000'),
    }),
  );
  fc.assert(
    fc.property(figures, ids, ids, fc.constantFrom(...HOT_LISTS), (some, hot, trending, kind) => {
      const stored = snapshotOf(some, { hot: { ids: hot, at: 1 }, trending: { ids: trending, at: 1 } });
      const snapshot = parseSnapshot(JSON.parse(JSON.stringify(stored)));
      const list = listOrder(snapshot, COINS, kind, ['f', 'a']);
      expect(new Set(list).size).toBe(list.length);
      expect(list.every((id) => COINS.has(id))).toBe(true);
    }),
  );
});
