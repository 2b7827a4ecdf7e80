import { describe, expect, test } from 'vitest';
import { COIN_BY_ID } from '../market/coin-catalog.ts';
import type { Quote } from '../market/quote.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../market/snapshot.ts';
import type { CURRENCY_CODES } from '../money/currency.ts';
import { parsePageSettings } from '../settings/page-settings.ts';
import { coinNames } from './page-context.ts';
import { readRows } from './price-rows.ts';
import { buildPriceTable, parsePriceTable } from './price-table.ts';

const NOW = 1_760_098_920_000;
const quote = (last: string, change24h: string | null, extra: Partial<Quote> = {}): Quote => ({
  ...{ last, change24h, source: 'binance', at: NOW - 12_000 },
  ...extra,
});
const snapshot: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: {
    bitcoin: quote('105239.09', '0.76'),
    ripple: quote('2.1517', '0.13', { disputedBy: 'okx' }),
    tron: quote('0.2741', '-0.11', { at: NOW - 3_600_000 }),
    cardano: quote('0.5944', null),
  },
  fx: { source: 'er-api', date: '2025-10-10', at: NOW, perUsd: { CNY: '7.1758', JPY: '151.2' } },
};
const settings = parsePageSettings(undefined);
const board = buildPriceTable(snapshot, COIN_BY_ID, settings);
const rows = (ids: string[], currency: (typeof CURRENCY_CODES)[number] = 'CNY', from = board) =>
  readRows(ids, {
    ...{ table: from, coins: coinNames(COIN_BY_ID), language: 'zh-Hans', currency },
    around: { now: NOW, periodMs: 60_000, online: true },
  });

describe('a board for pages', () => {
  test('is read as it was stored', () => {
    expect(parsePriceTable(JSON.parse(JSON.stringify(board)))).toEqual(board);
  });

  test('prints as the other surfaces do', () => {
    expect(rows(['bitcoin', 'ripple', 'cardano'])).toMatchObject([
      {
        symbol: 'BTC',
        name: '比特币',
        price: '105,239.09',
        money: '¥755,174.66',
        change: '+0.76%',
        direction: 'up',
      },
      { symbol: 'XRP', price: '2.15', money: '¥15.44', disputedBy: 'okx' },
      { symbol: 'ADA', price: '0.59440', money: '¥4.27', change: '—', direction: null },
    ]);
    expect(rows(['bitcoin'], 'JPY')[0]?.money).toBe('JP¥15,912,150');
  });

  test('has the sums that rates are known for, and no others', () => {
    expect(Object.keys(board.money).sort()).toEqual(['CNY', 'JPY', 'USD']);
    expect(rows(['bitcoin'], 'EUR')[0]?.money).toBe('—');
  });

  test('knows what is old, what has no price and what nobody knows', () => {
    expect(rows(['tron', 'ethereum', 'nobody'])).toMatchObject([
      { id: 'tron', stale: true },
      { id: 'ethereum', price: '—', quotedBy: null, stale: false },
    ]);
    expect(rows(['tron', 'ethereum', 'nobody'])).toHaveLength(2);
  });

  test('is in the order of the chosen list, with a heading for its first rows', () => {
    const chosen = buildPriceTable(snapshot, COIN_BY_ID, {
      ...settings,
      hotList: 'watchlist',
      watchlist: ['tron', 'bitcoin'],
      rows: 1 as number,
    });
    expect(chosen).toMatchObject({ list: 'watchlist', order: ['tron', 'bitcoin'] });
    expect(chosen.lead.at).toBe(NOW - 3_600_000);
    expect(board.order).toHaveLength(COIN_BY_ID.size);
  });
});

test.each([
  undefined,
  7,
  [],
  { ...board, v: 2 },
  { ...board, order: 'bitcoin' },
  { ...board, rows: [] },
  { ...board, money: null },
])('what is no board counts as none: %#', (raw) => {
  expect(parsePriceTable(raw)).toBeNull();
});

test('before there are prices it says so, and a hostile one prints no more than text', () => {
  const empty = buildPriceTable(EMPTY_SNAPSHOT, COIN_BY_ID, settings);
  expect(empty.lead).toEqual({ source: null, at: null });
  expect(rows(['bitcoin'], 'CNY', empty)[0]).toMatchObject({ price: '—', money: '—', quotedBy: null });
  const odd =
    parsePriceTable({
      ...board,
      rows: { bitcoin: '1', tron: [7, {}], ripple: 5 },
      money: { CNY: { x: 1 } },
    }) ?? undefined;
  expect(odd).toBeDefined();
  expect(() => rows(['bitcoin', 'tron', 'ripple', 'constructor', '__proto__'], 'CNY', odd)).not.toThrow();
  expect(rows(['tron', 'ripple'], 'CNY', odd)).toMatchObject([{ price: '—' }, { price: '—' }]);
});

test('nothing that is printed has a bar of its own', () => {
  for (const texts of [board.rows, board.money])
    for (const text of Object.values(texts))
      expect(text.split('|').every((part) => part.length < 40)).toBe(true);
  for (const text of Object.values(board.rows)) expect(text.split('|')).toHaveLength(6);
  for (const names of Object.values(coinNames(COIN_BY_ID))) expect(names.split('|')).toHaveLength(4);
});
