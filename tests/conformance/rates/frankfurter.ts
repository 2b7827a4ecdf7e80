import { failed, success } from '../../../core/sources/result.ts';
import type { RatesFixture } from '../fx-source.ts';

const row = (quote: string, rate: unknown, date = '2026-03-25', base = 'USD') => ({
  date,
  base,
  quote,
  rate,
});

export const fixture: RatesFixture = {
  at: 1_760_000_000_000,
  documented: [
    {
      what: 'of several dates the oldest counts',
      body: [row('CNY', 7.17, '2026-03-25'), row('TWD', 30.7, '2026-03-23'), row('USD', 1)],
      result: success({ date: '2026-03-23', perUsd: { CNY: '7.17', TWD: '30.7', USD: '1' } }),
    },
    {
      what: 'a bad row takes no good one with it',
      body: [row('CNY', null), row('EUR', 0.86), 'x'],
      result: success({ date: '2026-03-25', perUsd: { EUR: '0.86' } }),
    },
  ],
  unusable: [
    { what: 'no rows', body: [], result: failed('empty') },
    { what: 'an error body', body: { message: 'not found' }, result: failed('bad-shape') },
    {
      what: 'the shape of version 1',
      body: { base: 'USD', rates: { CNY: 7.1 } },
      result: failed('bad-shape'),
    },
    { what: 'another base', body: [row('CNY', 7.1, '2026-03-25', 'EUR')], result: failed('bad-shape') },
    { what: 'a rate in words', body: [row('CNY', 'seven')], result: failed('bad-shape') },
    { what: 'a date in words', body: [row('CNY', 7.1, 'yesterday')], result: failed('bad-shape') },
    { what: 'a day that is none', body: [row('CNY', 7.1, '2026-02-30')], result: failed('bad-shape') },
    { what: 'a rate of zero', body: [row('CNY', 0)], result: failed('bad-shape') },
    { what: 'a currency from a prototype', body: [row('__proto__', 1)], result: failed('bad-shape') },
    { what: 'a list of nothing', body: [null, 7], result: failed('bad-shape') },
  ],
  faults: { 'rate-limited': { kind: 'rate-limited', retryAfterMs: 60_000 } },
};
