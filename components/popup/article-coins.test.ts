import { expect, test } from 'vitest';
import { NO_HISTORY } from '../../core/history/price-history.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { buildPriceList } from '../../core/market/price-list.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../../core/market/snapshot.ts';
import { coinsOfArticle } from './article-coins.ts';

const NOW = 1_760_000_000_000;
const THEN = 1_760_000_040_000;
const quote = (last: string) => ({ last, change24h: '1', source: 'binance', at: NOW });
const snapshot: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: { bitcoin: quote('110'), ethereum: quote('90'), tron: quote('0.3') },
};
const { rows } = buildPriceList({
  snapshot,
  coins: COIN_BY_ID,
  language: 'en',
  currency: 'USD',
  count: COIN_BY_ID.size,
  around: { now: NOW, periodMs: 60_000, online: true },
});
const past = (price: string, time = THEN) => ({
  ...NO_HISTORY,
  past: [{ time, at: time, price, source: 'binance' }],
});
const report = (ids: readonly string[] | null, published: number | null = THEN) => ({
  site: 'a.example',
  panel: 'open' as const,
  coins: ids === null ? null : ids.map((id, index) => ({ id, count: 9 - index })),
  published,
});
const read = (
  ...[report, histories]: [Parameters<typeof coinsOfArticle>[0], Readonly<Record<string, typeof NO_HISTORY>>]
) =>
  coinsOfArticle(report, rows, snapshot, histories)?.map(({ row, count, since }) => [
    row.symbol,
    row.price,
    count,
    since,
  ]);

test('in the order of the article, with the change since its publication if that is known', () => {
  const histories = {
    bitcoin: past('100'),
    ethereum: past('100'),
    // Of another moment, so it is ignored.
    tron: past('0.1', THEN - 60_000),
  };
  expect(read(report(['ethereum', 'bitcoin', 'tron']), histories)).toEqual([
    ['ETH', '90.00', 9, '-10.00%'],
    ['BTC', '110.00', 8, '+10.00%'],
    ['TRX', '0.30000', 7, null],
  ]);
});

test('without a publication time, or a price, there is no such figure', () => {
  const histories = {
    bitcoin: past('100'),
    solana: past('100'),
  };
  expect(read(report(['bitcoin'], null), histories)).toEqual([['BTC', '110.00', 9, null]]);
  expect(read(report(['solana']), histories)?.[0]?.[3]).toBeNull();
});

test('unknown coins are left out; no article differs from an article without coins', () => {
  expect(read(report(['no-such-coin', 'bitcoin']), {})?.map(([symbol]) => symbol)).toEqual(['BTC']);
  expect(read(report([]), {})).toEqual([]);
  expect(read(report(null), {})).toBeUndefined();
  expect(coinsOfArticle(null, rows, snapshot, {})).toBeNull();
});
