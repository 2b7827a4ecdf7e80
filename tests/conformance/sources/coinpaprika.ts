import { COINS } from '../../../core/market/coin-catalog.ts';
import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const UPDATED = '2025-06-25T10:47:48Z';
const row = (id: string, price: unknown, over = {}) => ({
  id,
  name: 'x',
  symbol: 'X',
  rank: 1,
  last_updated: UPDATED,
  quotes: { USD: { price, volume_24h: 7.5, percent_change_24h: -1.25, ...over } },
});
const quote = { change24h: '-1.25', source: 'coinpaprika', at: Date.parse(UPDATED) };

export const fixture: SourceFixture = {
  at: Date.parse('2025-06-25T11:00:00Z'),
  asked: COINS.map(({ id }) => id),
  golden: { tether: { last: '1', change24h: '0.01' } },
  documented: [
    {
      what: 'the documented row: numbers, in dollars, dated',
      usdtUsd: '3',
      body: [row('btc-bitcoin', 107077.69661924685), row('usdt-tether', 0.5), row('ton-tokamak-network', 1)],
      result: success({
        quotes: new Map([
          ['bitcoin', { ...quote, last: '214155.3932384937', volume24h: '15' }],
          ['tether', { ...quote, last: '1', volume24h: '15' }],
        ]),
        usdtUsd: '0.5',
      }),
    },
    {
      what: 'text for numbers',
      body: [row('btc-bitcoin', '5', { percent_change_24h: '2' })],
      result: success({
        quotes: new Map([['bitcoin', { ...quote, last: '5', change24h: '2', volume24h: '7.5' }]]),
      }),
    },
    {
      what: 'no change',
      body: [row('btc-bitcoin', 5, { percent_change_24h: null })],
      result: success({
        quotes: new Map([['bitcoin', { ...quote, last: '5', change24h: null, volume24h: '7.5' }]]),
      }),
    },
    {
      what: 'a USDT that costs nothing: the one known before counts',
      usdtUsd: '0.5',
      body: [row('btc-bitcoin', 5), row('usdt-tether', 0)],
      result: success({ quotes: new Map([['bitcoin', { ...quote, last: '10', volume24h: '15' }]]) }),
    },
  ],
  unusable: [
    { what: 'an error body', body: { error: 'id not found' }, result: failed('bad-shape') },
    { what: 'no rows', body: [], result: failed('empty') },
    { what: 'other coins only', body: [row('ton-tokamak-network', 1)], result: failed('empty') },
    { what: 'no quotes', body: [{ id: 'btc-bitcoin', quotes: null }], result: failed('bad-shape') },
    {
      what: 'no quotes in dollars',
      body: [{ id: 'btc-bitcoin', quotes: { EUR: { price: 1 } } }],
      result: failed('bad-shape'),
    },
    { what: 'a price below zero', body: [row('btc-bitcoin', -1)], result: failed('bad-shape') },
    { what: 'a list of nothing', body: [null, 7, 'x'], result: failed('bad-shape') },
  ],
};
