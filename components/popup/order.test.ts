import { expect, test } from 'vitest';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { buildPriceList } from '../../core/market/price-list.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../../core/market/snapshot.ts';
import { BY_RANK, type Sort, sortAfter, sortedIds } from './order.ts';

const quote = (last: string, change24h: string | null) => ({ last, change24h, source: 'binance', at: 1 });
const snapshot: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: {
    bitcoin: quote('105239.09', '-0.5'),
    ethereum: quote('2517.54', null),
    tether: quote('0.00000000000000000012', '9.99'),
    ripple: quote('0.00000000000000000013', '10.01'),
  },
};
const around = { now: 1, online: true, periodMs: 60_000 };
const { rows } = buildPriceList({
  snapshot,
  coins: COIN_BY_ID,
  language: 'en',
  currency: 'USD',
  count: 5,
  around,
});
const order = (sort: Sort) => sortedIds(rows, snapshot, sort, 'en');

test('figures are compared as decimals, and rows without one come last in both directions', () => {
  expect(order({ key: 'price', descending: true })).toEqual([
    'bitcoin',
    'ethereum',
    'ripple',
    'tether',
    'binancecoin',
  ]);
  expect(order({ key: 'price', descending: false })).toEqual([
    'tether',
    'ripple',
    'ethereum',
    'bitcoin',
    'binancecoin',
  ]);
  expect(order({ key: 'change', descending: true })).toEqual([
    'ripple',
    'tether',
    'bitcoin',
    'ethereum',
    'binancecoin',
  ]);
});

test('names are sorted as shown', () => {
  expect(order({ key: 'name', descending: false })).toEqual([
    'bitcoin',
    'binancecoin',
    'ethereum',
    'tether',
    'ripple',
  ]);
});

test('rank keeps or reverses the market cap order and does not mutate the rows', () => {
  expect(order(BY_RANK)).toEqual(rows.map((row) => row.id));
  expect(order({ key: 'rank', descending: true })[0]).toBe('binancecoin');
  expect(rows[0]?.id).toBe('bitcoin');
});

test('a column starts in its default direction and reverses on the next press', () => {
  const first = sortAfter(BY_RANK, 'change');
  expect(first).toEqual({ key: 'change', descending: true });
  expect(sortAfter(first, 'change').descending).toBe(false);
  expect(sortAfter(first, 'name').descending).toBe(false);
});
