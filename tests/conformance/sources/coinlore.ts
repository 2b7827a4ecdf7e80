import { COINS } from '../../../core/market/coin-catalog.ts';
import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
/** A row of the documentation. */
export const BITCOIN = {
  id: '90',
  symbol: 'BTC',
  name: 'Bitcoin',
  nameid: 'bitcoin',
  rank: 1,
  price_usd: '91492.61',
  percent_change_24h: '0.95',
  percent_change_1h: '-0.29',
  percent_change_7d: '6.40',
  price_btc: '1.00',
  market_cap_usd: '1825236061954.00',
  volume24: 39551743260.857254,
  volume24a: 44763507730.31366,
  csupply: '19949546.00',
  tsupply: '19949546',
  msupply: '21000000',
};
const USDT = { ...BITCOIN, id: '518', symbol: 'USDT', nameid: 'tether', price_usd: 0.5, volume24: '7.5' };
const quote = { change24h: '0.95', source: 'coinlore', at: AT };
const BOTH = success({
  quotes: new Map([
    ['bitcoin', { ...quote, last: '182985.22', volume24h: '79103486521.714508' }],
    ['tether', { ...quote, last: '1', volume24h: '15' }],
  ]),
  usdtUsd: '0.5',
});

export const fixture: SourceFixture = {
  at: AT,
  asked: COINS.map(({ id }) => id),
  // A request for all coins returns the hundred largest.
  absent: COINS.slice(100).map(({ id }) => id),
  golden: { tether: { last: '1', change24h: '0.01' } },
  documented: [
    { what: 'the documented row, bare', usdtUsd: '3', body: [BITCOIN, USDT], result: BOTH },
    {
      what: 'the documented row, in a list',
      usdtUsd: '3',
      body: { data: [BITCOIN, USDT], info: { coins_num: 2, time: 1 } },
      result: BOTH,
    },
  ],
  unusable: [
    { what: 'no list', body: { data: null }, result: failed('bad-shape') },
    { what: 'no rows', body: [], result: failed('empty') },
    { what: 'a price that is none', body: [{ ...BITCOIN, price_usd: '?' }], result: failed('bad-shape') },
    { what: 'a list of nothing', body: [null, 7, {}], result: failed('bad-shape') },
    { what: 'empty text', body: '', result: failed('bad-shape') },
  ],
  faults: { 'rate-limited': { kind: 'rate-limited', retryAfterMs: 30_000 } },
};
