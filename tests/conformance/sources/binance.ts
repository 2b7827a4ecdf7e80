import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const row = (over: Record<string, unknown>) => ({
  symbol: 'BTCUSDT',
  lastPrice: '5',
  priceChangePercent: '1',
  closeTime: AT,
  ...over,
});
const quoted = (last: string, change24h: string | null) =>
  success({ quotes: new Map([['bitcoin', { last, change24h, source: 'binance', at: AT }]]) });

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin', 'ethereum'],
  golden: {
    bitcoin: { last: '105239.09', change24h: '0.76' },
    cardano: { last: '0.5944', change24h: '0' },
    bittorrent: { last: '0.00000062', change24h: '0.16' },
  },
  documented: [
    {
      what: 'the documented row: text, percent, time of the last trade',
      asked: ['binancecoin'],
      body: [
        {
          symbol: 'BNBUSDT',
          priceChange: '-94.99999800',
          priceChangePercent: '-95.960',
          weightedAvgPrice: '0.29628482',
          prevClosePrice: '0.10002000',
          lastPrice: '4.00000200',
          lastQty: '200.00000000',
          bidPrice: '4.00000000',
          bidQty: '100.00000000',
          askPrice: '4.00000200',
          askQty: '100.00000000',
          openPrice: '99.00000000',
          highPrice: '100.00000000',
          lowPrice: '0.10000000',
          volume: '8913.30000000',
          quoteVolume: '15.30000000',
          openTime: 1499783499040,
          closeTime: 1499869899040,
          firstId: 28385,
          lastId: 28460,
          count: 76,
        },
      ],
      result: success({
        quotes: new Map([
          [
            'binancecoin',
            {
              last: '4.000002',
              change24h: '-95.96',
              source: 'binance',
              at: 1499869899040,
              volume24h: '15.3',
            },
          ],
        ]),
      }),
    },
    {
      what: 'prices as numbers',
      body: [row({ lastPrice: 5, priceChangePercent: 1 })],
      result: quoted('5', '1'),
    },
    {
      what: 'MINI rows, which have an opening price only',
      body: [row({ priceChangePercent: undefined, openPrice: '4' })],
      result: quoted('5', '25'),
    },
    { what: 'no change at all', body: [row({ priceChangePercent: null })], result: quoted('5', null) },
    {
      what: 'a symbol twice: the last counts',
      body: [row({ lastPrice: '1' }), row({ lastPrice: '2' })],
      result: quoted('2', '1'),
    },
  ],
  unusable: [
    { what: 'an error body', body: { code: -1121, msg: 'Invalid symbol.' }, result: failed('bad-shape') },
    { what: 'one row where a list was asked for', body: row({}), result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
    { what: 'text', body: 'ok', result: failed('bad-shape') },
    { what: 'no rows', body: [], result: failed('empty') },
    {
      what: 'a stream’s short rows',
      body: [{ s: 'BTCUSDT', c: 105239.09, P: 0.76 }],
      result: failed('bad-shape'),
    },
    { what: 'a price in words', body: [row({ lastPrice: 'five' })], result: failed('bad-shape') },
    { what: 'a price of zero', body: [row({ lastPrice: '0.00000000' })], result: failed('bad-shape') },
    { what: 'other coins only', body: [row({ symbol: 'DOGEUSDT' })], result: failed('empty') },
    { what: 'a list of nothing', body: [null, 1, 'x', []], result: failed('bad-shape') },
  ],
  faults: {
    'rate-limited': { kind: 'rate-limited', retryAfterMs: 30_000 },
    'geo-blocked': { kind: 'geo-blocked' },
  },
  candles: {
    coin: 'solana',
    last: '145.58',
    spans: {
      day: { least: 48, most: 48, ms: 1_800_000 },
      week: { least: 84, most: 84, ms: 7_200_000 },
    },
    momentMs: 60_000,
  },
};
