import { failed, success } from '../../../core/sources/result.ts';
import type { RatesFixture } from '../fx-source.ts';

const YUAN = success({ date: '2026-11-22', perUsd: { CNY: '7.1' } });

export const fixture: RatesFixture = {
  at: 1_760_000_000_000,
  documented: [
    {
      what: 'other currencies, and coins, are left out',
      body: { date: '2026-11-22', usd: { cny: 7.1, xyz: 1, btc: 1e-5 } },
      result: YUAN,
    },
    {
      what: 'bad rates take no good one with them',
      body: { date: '2026-11-22', usd: { cny: '7.1', eur: 0, jpy: null } },
      result: YUAN,
    },
  ],
  unusable: [
    { what: 'no rates', body: { date: '2026-11-22', usd: {} }, result: failed('empty') },
    { what: 'another base', body: { date: '2026-11-22', eur: { cny: 7.1 } }, result: failed('bad-shape') },
    {
      what: 'a day that is none',
      body: { date: '2026-13-45', usd: { cny: 7.1 } },
      result: failed('bad-shape'),
    },
    { what: 'no date', body: { usd: { cny: 7.1 } }, result: failed('bad-shape') },
    { what: 'a list', body: [], result: failed('bad-shape') },
  ],
  faults: { 'rate-limited': { kind: 'rate-limited', retryAfterMs: 30_000 } },
};
