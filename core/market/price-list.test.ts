import { describe, expect, test } from 'vitest';
import { ABSENT } from '../money/format.ts';
import { COIN_BY_ID } from './coin-catalog.ts';
import { buildPriceList } from './price-list.ts';
import type { Quote } from './quote.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';

const NOW = 1_760_000_000_000;
const quote = (last: string, change24h: string | null, source = 'binance', at = NOW): Quote => ({
  last,
  change24h,
  source,
  at,
});
const GOLDEN: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: {
    bitcoin: quote('105239.09', '0.76'),
    ethereum: quote('2517.54', '0.25'),
    tether: quote('1', '0.01', 'coingecko', NOW - 300_000),
    ripple: quote('2.1517', '0.13'),
    binancecoin: quote('646.71', '0.96'),
    solana: quote('145.58', '1.24'),
    'usd-coin': quote('0.9998', '0.01'),
    tron: quote('0.2741', '-0.11'),
    dogecoin: quote('0.1683', '-0.18'),
    cardano: quote('0.5944', '0'),
  },
  fx: { source: 'er-api', date: '2025-10-10', at: NOW, perUsd: { CNY: '7.1758' } },
};
const input = {
  snapshot: GOLDEN,
  coins: COIN_BY_ID,
  language: 'zh-Hans',
  currency: 'CNY',
  count: 10,
  around: { now: NOW, periodMs: 60_000, online: true },
} as const;

test('the table of the original page, row for row', () => {
  const { rows, primarySource, state } = buildPriceList(input);
  expect(rows.map((row) => [row.symbol, row.name, row.price, row.money, row.change, row.direction])).toEqual([
    ['BTC', '比特币', '105,239.09', '¥755,174.66', '+0.76%', 'up'],
    ['ETH', '以太坊', '2,517.54', '¥18,065.36', '+0.25%', 'up'],
    ['USDT', '泰达币', '1.00000', '¥7.18', '+0.01%', 'up'],
    ['XRP', '瑞波币', '2.15', '¥15.44', '+0.13%', 'up'],
    ['BNB', '币安币', '646.71', '¥4,640.66', '+0.96%', 'up'],
    ['SOL', 'Solana', '145.58', '¥1,044.65', '+1.24%', 'up'],
    ['USDC', '', '0.99980', '¥7.17', '+0.01%', 'up'],
    ['TRX', '波场', '0.27410', '¥1.97', '-0.11%', 'down'],
    ['DOGE', '狗狗币', '0.16830', '¥1.21', '-0.18%', 'down'],
    ['ADA', '艾达币', '0.59440', '¥4.27', '0%', 'flat'],
  ]);
  expect(primarySource).toEqual({ source: 'binance', at: NOW });
  expect(state).toBe('live');
  expect(rows[2]?.quotedBy).toEqual({ source: 'coingecko', at: NOW - 300_000 });
});

test('names are in the reader’s language, and empty where they repeat the symbol', () => {
  const names = (language: 'en' | 'zh-Hant') =>
    buildPriceList({ ...input, language }).rows.map(({ name }) => name);
  expect(names('en').slice(0, 5)).toEqual(['Bitcoin', 'Ethereum', 'Tether', '', '']);
  expect(names('zh-Hant').slice(0, 3)).toEqual(['比特幣', '以太坊', '泰達幣']);
});

describe('an unknown value is absent, never zero and never guessed', () => {
  test('before the first response', () => {
    const { rows, primarySource, state } = buildPriceList({ ...input, snapshot: EMPTY_SNAPSHOT });
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      expect(row).toMatchObject({
        price: ABSENT,
        money: ABSENT,
        change: ABSENT,
        direction: null,
        quotedBy: null,
        stale: false,
      });
    }
    expect(primarySource).toEqual({ source: null, at: null });
    expect(state).toBe('loading');
  });

  test('without a rate', () => {
    const [first] = buildPriceList({ ...input, currency: 'KRW' }).rows;
    expect(first).toMatchObject({ price: '105,239.09', money: ABSENT });
  });

  test('without a change', () => {
    const snapshot = { ...GOLDEN, quotes: { bitcoin: quote('5', null) } };
    expect(buildPriceList({ ...input, snapshot }).rows[0]).toMatchObject({ change: ABSENT, direction: null });
  });
});

test('a row that is much older than the others is stale by itself', () => {
  const quotes = { ...GOLDEN.quotes, ripple: quote('2', '0', 'coingecko', NOW - 3_600_000) };
  const { rows, state } = buildPriceList({ ...input, snapshot: { ...GOLDEN, quotes } });
  expect(rows.filter((row) => row.stale).map((row) => row.id)).toEqual(['ripple']);
  expect(state).toBe('live');
});

test('while no source answers, every price is kept and is stale', () => {
  const snapshot = { ...GOLDEN, trouble: { since: NOW, failures: [] } };
  const { rows, state } = buildPriceList({ ...input, snapshot });
  expect(rows[0]?.price).toBe('105,239.09');
  expect(rows.every((row) => row.stale)).toBe(true);
  expect(state).toBe('stale');
});

test('offline, a recent price is not stale', () => {
  const around = { ...input.around, online: false };
  const { rows, state } = buildPriceList({ ...input, around });
  expect(state).toBe('offline');
  expect(rows.some((row) => row.stale)).toBe(false);
});

test('rows follow the ranking, up to the count', () => {
  const snapshot = { ...GOLDEN, hot: { ids: ['solana', 'bitcoin'], at: NOW } };
  expect(buildPriceList({ ...input, snapshot, count: 3 }).rows.map((row) => row.id)).toEqual([
    'solana',
    'bitcoin',
    'ethereum',
  ]);
  expect(buildPriceList({ ...input, count: 1000 }).rows).toHaveLength(COIN_BY_ID.size);
  expect(buildPriceList({ ...input, coins: new Map() }).rows).toEqual([]);
});

test('rows are those of the selected list, and an empty list has the state of all prices', () => {
  const ids = (more: Partial<Parameters<typeof buildPriceList>[0]>) =>
    buildPriceList({ ...input, count: 3, ...more }).rows.map((row) => row.id);
  expect(ids({ hotList: 'gainers' })).toEqual(['solana', 'binancecoin', 'bitcoin']);
  expect(ids({ hotList: 'losers' })).toEqual(['dogecoin', 'tron']);
  expect(ids({ hotList: 'watchlist', watchlist: ['tron', 'bitcoin'] })).toEqual(['tron', 'bitcoin']);
  expect(buildPriceList({ ...input, hotList: 'watchlist' })).toEqual({
    list: 'watchlist',
    rows: [],
    primarySource: { source: 'binance', at: NOW },
    state: 'live',
  });
});

test('the list has the kind that is really shown', () => {
  const listOf = (hotList: 'trending' | 'most-traded' | 'losers') =>
    buildPriceList({ ...input, hotList }).list;
  expect([listOf('trending'), listOf('most-traded'), listOf('losers')]).toEqual([
    'market-cap',
    'market-cap',
    'losers',
  ]);
  const snapshot = { ...GOLDEN, trending: { ids: ['tron'], at: NOW } };
  expect(buildPriceList({ ...input, snapshot, hotList: 'trending' }).list).toBe('trending');
});

test('a row has the source that disputes its price', () => {
  const quotes = { ...GOLDEN.quotes, ripple: { ...quote('2.1517', '0.13'), disputedBy: 'okx' } };
  const { rows } = buildPriceList({ ...input, snapshot: { ...GOLDEN, quotes } });
  expect(rows.filter((row) => row.disputedBy).map((row) => [row.id, row.disputedBy])).toEqual([
    ['ripple', 'okx'],
  ]);
});
