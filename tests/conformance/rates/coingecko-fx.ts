import { failed, success } from '../../../core/sources/result.ts';
import type { RatesFixture } from '../fx-source.ts';

const rates = {
  btc: { value: 1 },
  usd: { value: 75817.765 },
  cny: { value: 515083.156 },
  eur: { value: null },
};

export const fixture: RatesFixture = {
  at: 1_760_000_000_000,
  documented: [
    {
      what: 'rates are per bitcoin: a dollar’s is one by the other, of the day of the answer',
      body: { rates },
      result: success({ date: '2025-10-09', perUsd: { USD: '1', CNY: '6.7937' } }),
    },
  ],
  unusable: [
    { what: 'no dollar', body: { rates: { ...rates, usd: undefined } }, result: failed('bad-shape') },
    {
      what: 'a dollar for nothing',
      body: { rates: { ...rates, usd: { value: 0 } } },
      result: failed('bad-shape'),
    },
    { what: 'a list of rates', body: { rates: [] }, result: failed('bad-shape') },
    { what: 'an error body', body: { status: { error_code: 429 } }, result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
  faults: { 'rate-limited': { kind: 'rate-limited', retryAfterMs: 60_000 } },
};
