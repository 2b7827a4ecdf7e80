import { COINS } from '../../../core/market/coin-catalog.ts';
import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = Date.parse('2026-05-18T13:00:00Z');

export const fixture: SourceFixture = {
  at: AT,
  asked: COINS.map(({ id }) => id),
  golden: {
    bitcoin: { last: '105239.09', change24h: '0.76' },
    tether: { last: '1', change24h: '0.01' },
    bittorrent: { last: '0.0000006234' },
  },
  documented: [
    {
      what: 'the documented row: numbers, nulls, exponents, ISO time',
      body: [
        {
          id: 'bitcoin',
          symbol: 'btc',
          name: 'Bitcoin',
          current_price: 77671,
          market_cap: 1555886872303,
          market_cap_rank: 1,
          price_change_percentage_24h: -0.95302,
          roi: null,
          last_updated: '2026-05-18T12:49:21.599Z',
        },
        { id: 'pepe', current_price: 5.9e-6, price_change_percentage_24h: null, last_updated: null },
        {
          id: 'tether',
          current_price: 1,
          price_change_percentage_24h: 5.9e-7,
          last_updated: '2026-05-18T12:49:00Z',
        },
      ],
      result: success({
        quotes: new Map([
          [
            'bitcoin',
            {
              last: '77671',
              change24h: '-0.95302',
              source: 'coingecko',
              at: Date.parse('2026-05-18T12:49:21.599Z'),
            },
          ],
          ['pepe', { last: '0.0000059', change24h: null, source: 'coingecko', at: AT }],
          [
            'tether',
            {
              last: '1',
              change24h: '0.00000059',
              source: 'coingecko',
              at: Date.parse('2026-05-18T12:49:00Z'),
            },
          ],
        ]),
        ranking: ['bitcoin', 'pepe', 'tether'],
        usdtUsd: '1',
      }),
    },
  ],
  unusable: [
    {
      what: 'an error object',
      body: { status: { error_code: 429, error_message: 'Rate limit' } },
      result: failed('bad-shape'),
    },
    { what: 'another error object', body: { error: 'coin not found' }, result: failed('bad-shape') },
    { what: 'no rows', body: [], result: failed('empty') },
    {
      what: 'rows of no known coin',
      body: [{ id: 'tokamak-network', current_price: 1.34 }],
      result: failed('empty'),
    },
    {
      what: 'USDT without a price',
      body: [{ id: 'tether', current_price: null }],
      result: failed('bad-shape'),
    },
    { what: 'USDT for nothing', body: [{ id: 'tether', current_price: 0 }], result: failed('bad-shape') },
    { what: 'USDT below zero', body: [{ id: 'tether', current_price: -1 }], result: failed('bad-shape') },
    { what: 'prices in words', body: [{ id: 'tether', current_price: 'one' }], result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
  faults: { 'rate-limited': { kind: 'rate-limited', retryAfterMs: 60_000 } },
  candles: {
    coin: 'monero',
    last: '318.55',
    spans: {
      day: { least: 251, most: 300, ms: 0 },
      week: { least: 161, most: 200, ms: 0 },
    },
    momentMs: 3_600_000,
  },
};
