import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
/** A pair of the documentation. */
export const ticker = (last: unknown, over = {}) => ({
  a: ['30300.1', '1', '1.000'],
  b: ['30300.0', '1', '1.000'],
  c: [last, '0.00067643'],
  v: ['40', '50'],
  p: ['9', '10'],
  t: [34619, 38907],
  l: ['1', '1'],
  h: ['3', '3'],
  o: '2',
  ...over,
});
/** An answer without errors. */
export const found = (result: unknown) => ({ error: [], result });

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin', 'dogecoin', 'solana', 'tether'],
  golden: { tether: { last: '1', change24h: null }, bitcoin: { change24h: null } },
  documented: [
    {
      what: 'the documented row: the last price, 24 hours of volume at their average, no change',
      body: found({ XXBTZUSD: ticker('30303.20000'), USDTZUSD: ticker('0.5'), ADAEUR: ticker('1') }),
      result: success({
        quotes: new Map([
          ['bitcoin', { last: '60606.4', change24h: null, source: 'kraken', at: AT, volume24h: '1000' }],
          ['tether', { last: '1', change24h: null, source: 'kraken', at: AT, volume24h: '1000' }],
        ]),
        usdtUsd: '0.5',
      }),
    },
  ],
  unusable: [
    {
      what: 'a pair whose last price is no list',
      body: found({ SOLUSD: { c: '3' } }),
      result: failed('bad-shape'),
    },
    { what: 'a price of zero', body: found({ SOLUSD: ticker('0') }), result: failed('bad-shape') },
    { what: 'no pairs', body: found({}), result: failed('empty') },
    { what: 'a list of pairs', body: found([]), result: failed('bad-shape') },
    { what: 'no result', body: { error: [] }, result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
  faults: { banned: { kind: 'rate-limited' } },
};
