import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const STATS = {
  open: '254.04',
  high: '255.47',
  low: '244.29',
  volume: '10',
  last: '250',
  volume_30day: '28',
};
const quote = { source: 'coinbase', at: AT };

export const fixture: SourceFixture = {
  at: AT,
  asked: ['ethereum'],
  golden: { bitcoin: { last: '105239.09' } },
  documented: [
    {
      what: 'the documented row: the change and the volume are computed',
      body: STATS,
      result: success({
        quotes: new Map([['ethereum', { ...quote, last: '250', change24h: '-1.5903', volume24h: '2500' }]]),
      }),
    },
    {
      what: 'in dollars, of which two are a USDT',
      usdtUsd: '0.5',
      body: STATS,
      result: success({
        quotes: new Map([['ethereum', { ...quote, last: '500', change24h: '-1.5903', volume24h: '5000' }]]),
      }),
    },
    {
      what: 'numbers, and nothing to compute from',
      body: { ...STATS, open: 0, volume: null, last: 250 },
      result: success({ quotes: new Map([['ethereum', { ...quote, last: '250', change24h: null }]]) }),
    },
    {
      what: 'the book of USDT says what it costs',
      asked: ['tether'],
      usdtUsd: '0.5',
      body: { ...STATS, open: '1', last: '0.999' },
      result: success({
        quotes: new Map([['tether', { ...quote, last: '1', change24h: '-0.1', volume24h: '10' }]]),
        usdtUsd: '0.999',
      }),
    },
  ],
  unusable: [
    { what: 'an error body', body: { message: 'NotFound' }, result: failed('bad-shape') },
    { what: 'no last price', body: { ...STATS, last: undefined }, result: failed('bad-shape') },
    {
      what: 'a USDT for nothing',
      asked: ['tether'],
      body: { ...STATS, last: '0' },
      result: failed('bad-shape'),
    },
    { what: 'a coin without a book', asked: ['usd-coin'], body: STATS, result: failed('empty') },
    { what: 'a list', body: [STATS], result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
};
