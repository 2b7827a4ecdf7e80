import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const found = (list: unknown, over = {}) => ({
  retCode: 0,
  retMsg: 'OK',
  result: { category: 'spot', list },
  retExtInfo: {},
  time: AT - 5,
  ...over,
});
const row = {
  symbol: 'BTCUSDT',
  bid1Price: '20517.96',
  bid1Size: '2',
  ask1Price: '20527.77',
  ask1Size: '1.862172',
  lastPrice: '20533.13',
  prevPrice24h: '20393.48',
  price24hPcnt: '0.0068',
  highPrice24h: '21128.12',
  lowPrice24h: '20318.89',
  turnover24h: '243765620.65899866',
  volume24h: '11801.27771',
  usdIndexPrice: '',
};
const quoted = (change24h: string, at: number) =>
  success({
    quotes: new Map([
      ['bitcoin', { last: '20533.13', change24h, source: 'bybit', at, volume24h: '243765620.65899866' }],
    ]),
  });

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin'],
  // Ratios become percent.
  golden: { tron: { last: '0.2741', change24h: '-0.11' } },
  documented: [
    { what: 'the documented row', body: found([row]), result: quoted('0.68', AT - 5) },
    {
      what: 'no ratio and no time: the change is computed, the time is that of the answer',
      body: found([{ ...row, price24hPcnt: '' }], { retCode: '0', time: null }),
      result: quoted('0.684777', AT),
    },
  ],
  unusable: [
    {
      what: 'too many visits',
      body: { retCode: 10006, retMsg: 'Too many visits!', result: {} },
      result: failed('rate-limited'),
    },
    {
      what: 'no such pair',
      body: { retCode: 10001, retMsg: 'Not supported symbols', result: {} },
      result: failed('unknown-symbol'),
    },
    {
      what: 'a wrong parameter',
      body: { retCode: 10001, retMsg: 'Illegal category', result: {} },
      result: failed('refused'),
    },
    {
      what: 'their trouble',
      body: { retCode: 10016, retMsg: 'Server error.', result: {} },
      result: failed('server-error'),
    },
    { what: 'no list', body: found(null), result: failed('bad-shape') },
    { what: 'no rows', body: found([]), result: failed('empty') },
    {
      what: 'other coins only',
      body: found([{ symbol: 'TONUSDT', lastPrice: '3.12' }]),
      result: failed('empty'),
    },
    {
      what: 'a price that is none',
      body: found([{ symbol: 'BTCUSDT', lastPrice: '' }]),
      result: failed('bad-shape'),
    },
    { what: 'a list', body: [], result: failed('bad-shape') },
  ],
  faults: {
    'rate-limited': { kind: 'rate-limited', retryAfterMs: 600_000 },
    'geo-blocked': { kind: 'geo-blocked' },
  },
};
