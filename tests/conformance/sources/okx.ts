import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const row = (over: Record<string, unknown>) => ({
  instId: 'BTC-USDT',
  last: '5',
  open24h: '4',
  ts: String(AT),
  ...over,
});
const found = (...data: unknown[]) => ({ code: '0', msg: '', data });
const quoted = (change24h: string | null, more = {}) =>
  success({ quotes: new Map([['bitcoin', { last: '5', change24h, source: 'okx', at: AT, ...more }]]) });

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin', 'ethereum'],
  absent: [
    'monero',
    'bittensor',
    'kaspa',
    'bitget-token',
    'kucoin-shares',
    'gatechain-token',
    'first-digital-usd',
    'pax-gold',
  ],
  golden: {
    dogecoin: { last: '0.1683' },
    ripple: { last: '2.1517' },
    cardano: { last: '0.5944', change24h: '0' },
  },
  documented: [
    {
      what: 'the documented row: everything is text',
      asked: ['bitcoin'],
      body: found({
        instType: 'SPOT',
        instId: 'BTC-USDT',
        last: '9999.99',
        lastSz: '1',
        askPx: '9999.99',
        askSz: '11',
        bidPx: '8888.88',
        bidSz: '5',
        open24h: '9000',
        high24h: '10000',
        low24h: '8888.88',
        volCcy24h: '2222',
        vol24h: '2222',
        sodUtc0: '0.1',
        sodUtc8: '0.1',
        ts: '1597026383085',
      }),
      result: success({
        quotes: new Map([
          [
            'bitcoin',
            { last: '9999.99', change24h: '11.111', source: 'okx', at: 1597026383085, volume24h: '2222' },
          ],
        ]),
      }),
    },
    {
      what: 'numbers where text is documented',
      body: { code: 0, data: [row({ last: 5, open24h: 4, ts: AT, volCcy24h: 7 })] },
      result: quoted('25', { volume24h: '7' }),
    },
    {
      what: 'no opening price: the price is used, the change is absent',
      body: found(row({ open24h: '' })),
      result: quoted(null),
    },
    { what: 'an opening price of zero', body: found(row({ open24h: '0' })), result: quoted(null) },
    {
      what: 'a time that is none: the time of the answer',
      body: found(row({ ts: '' })),
      result: quoted('25'),
    },
    { what: 'a time ahead of ours', body: found(row({ ts: String(AT + 9_999) })), result: quoted('25') },
    { what: 'a time that is no number', body: found(row({ ts: 'soon' })), result: quoted('25') },
  ],
  unusable: [
    {
      what: 'an unknown instrument',
      body: { code: '51001', msg: "Instrument ID doesn't exist.", data: [] },
      result: failed('refused'),
    },
    {
      what: 'a parameter error',
      body: { code: '51000', msg: 'Parameter instType error', data: [] },
      result: failed('refused'),
    },
    {
      what: 'too many requests, inside 200',
      body: { code: '50011', msg: 'Too Many Requests', data: [] },
      result: failed('rate-limited'),
    },
    {
      what: 'service unavailable, inside 200',
      body: { code: '50001', msg: 'Service temporarily unavailable', data: [] },
      result: failed('server-error'),
    },
    {
      what: 'a code that was never documented',
      body: { code: '99999', msg: '', data: [] },
      result: failed('refused'),
    },
    {
      what: 'a code from a prototype',
      body: { code: 'constructor', msg: '', data: [] },
      result: failed('refused'),
    },
    { what: 'a code that is no code', body: { code: null, data: [row({})] }, result: failed('bad-shape') },
    {
      what: 'data that is no list',
      body: { code: '0', msg: '', data: { 'BTC-USDT': { last: 1 } } },
      result: failed('bad-shape'),
    },
    { what: 'null', body: null, result: failed('bad-shape') },
    { what: 'a list', body: [row({})], result: failed('bad-shape') },
    { what: 'no rows', body: found(), result: failed('empty') },
    { what: 'none of the coins', body: found(row({ instId: 'BTC-EUR' })), result: failed('empty') },
    { what: 'empty text for a price', body: found(row({ last: '' })), result: failed('bad-shape') },
    { what: 'words for a price', body: found(row({ last: 'five' })), result: failed('bad-shape') },
  ],
  candles: {
    coin: 'bitcoin',
    last: '105239.09',
    spans: {
      day: { least: 48, most: 48, ms: 1_800_000 },
      week: { least: 84, most: 84, ms: 7_200_000 },
    },
    momentMs: 60_000,
  },
};
