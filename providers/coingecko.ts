import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import type { CandleSource, Provider, TrendingSource } from '../core/sources/price-source.ts';
import { failed, success } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { inUsdt, parseTimestamp } from './lib/parse-values.ts';
import { readCandles } from './lib/read-candles.ts';
import { type RowReader, readDollarTickers } from './lib/read-tickers.ts';

const SAME = new Map([...COIN_BY_ID.keys()].map((id) => [id, id]));

const MINUTE = 60_000;
const SPANS = { day: 1, week: 7 };
/** Past points are an hour apart, so there is one within this range on either side. */
const RANGE_MS = 65 * MINUTE;
const chart = (id: string, query: string): string => `/api/v3/coins/${id}/market_chart${query}`;
const seconds = (time: number): number => Math.floor(time / 1000);

/**
 * Points of [time, dollars] as JSON numbers: five minutes apart for a day, an hour for a week. Free for the last year.
 * Source: docs.coingecko.com, "Coin Historical Chart Data by ID" and "… within Time Range by ID".
 */
const candles: CandleSource = {
  // USDT is the unit of all prices.
  covers: (id) => COIN_BY_ID.has(id) && id !== 'tether',
  request: (id, span) => chart(id, `?vs_currency=usd&days=${SPANS[span]}&precision=full`),
  requestAt: (id, at) =>
    chart(
      id,
      `/range?vs_currency=usd&from=${seconds(at - RANGE_MS)}&to=${seconds(at + RANGE_MS)}&precision=full`,
    ),
  decode({ body, at }, _id, usdtUsd) {
    const prices = isRecord(body) ? getOwn(body, 'prices') : undefined;
    if (!Array.isArray(prices)) return failed('bad-shape');
    return readCandles(
      prices,
      ([time, usd]) => {
        const price = inUsdt(usd, usdtUsd);
        return { at: parseTimestamp(time), ms: 0, open: price, close: price };
      },
      at,
    );
  },
};

const READER: RowReader = {
  source: 'coingecko',
  key: 'id',
  coins: SAME,
  fields: (row) => ({
    last: row.current_price,
    change24h: row.price_change_percentage_24h ?? row.price_change_percentage_24h_in_currency,
    at: parseTimestamp(row.last_updated),
    volume24h: row.total_volume,
  }),
};

/**
 * CoinGecko v3, without a key: prices in dollars, the ranking by market cap, and the price of a USDT. At most 250 coins per page.
 * Figures are JSON numbers and may be null; tiny ones have an exponent. Unknown ids are silently left out.
 * Source: docs.coingecko.com, "Coins List with Market Data".
 */
export const coingecko: Provider & TrendingSource = {
  id: 'coingecko',
  label: 'CoinGecko',
  origins: ['https://api.coingecko.com'],
  attribution: { text: 'Price data by CoinGecko', url: 'https://www.coingecko.com' },
  scope: 'batch',
  // Not published for requests without a key, and shared per IP address: some 5 to 10 per minute.
  limit: { requests: 6, perMs: MINUTE },
  freshMs: 15 * MINUTE,
  covers: (id) => COIN_BY_ID.has(id),
  request(ids) {
    // USDT is always included: conversion to USDT needs its price.
    const asked = [...new Set([...ids, 'tether'])].join(',');
    return `/api/v3/coins/markets?vs_currency=usd&ids=${encodeURIComponent(asked)}&order=market_cap_desc&per_page=250&page=1&precision=full`;
  },
  decode({ body, at }, ids, usdtUsd) {
    if (!Array.isArray(body)) return failed('bad-shape');
    const read = readDollarTickers(READER, body, [...ids, 'tether'], at, usdtUsd);
    if (!read.ok) return read;
    const ranking = body.flatMap((row) =>
      isRecord(row) && typeof row.id === 'string' ? (SAME.get(row.id) ?? []) : [],
    );
    return success({ ...read.value, ranking: [...new Set(ranking)] });
  },
  candles,
  trending: {
    // Fifteen coins, most searched first; unknown ones are left out.
    path: '/api/v3/search/trending',
    decode({ body }) {
      if (!isRecord(body) || !Array.isArray(body.coins)) return failed('bad-shape');
      const ids = body.coins.flatMap((entry) => {
        const id = isRecord(entry) && isRecord(entry.item) ? entry.item.id : null;
        return typeof id === 'string' && COIN_BY_ID.has(id) ? [id] : [];
      });
      return success([...new Set(ids)]);
    },
  },
};
