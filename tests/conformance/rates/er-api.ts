import { failed, success } from '../../../core/sources/result.ts';
import type { RatesFixture } from '../fx-source.ts';

const table = (over: Record<string, unknown>) => ({
  result: 'success',
  base_code: 'USD',
  time_last_update_unix: 1760054551,
  rates: { USD: 1, CNY: 7.1758 },
  ...over,
});

export const fixture: RatesFixture = {
  at: 1_760_000_000_000,
  documented: [
    {
      what: 'the date is the day of its last update',
      body: table({}),
      result: success({ date: '2025-10-10', perUsd: { CNY: '7.1758', USD: '1' } }),
    },
  ],
  unusable: [
    {
      what: 'an error with its kind',
      body: { result: 'error', 'error-type': 'unsupported-code' },
      result: failed('refused'),
    },
    { what: 'an error', body: { result: 'error' }, result: failed('refused') },
    { what: 'another base', body: table({ base_code: 'EUR' }), result: failed('bad-shape') },
    {
      what: 'rates under another name',
      body: table({ rates: undefined, conversion_rates: {} }),
      result: failed('bad-shape'),
    },
    { what: 'a list of rates', body: table({ rates: [] }), result: failed('empty') },
    { what: 'no rates', body: table({ rates: {} }), result: failed('empty') },
    {
      what: 'rates that are none',
      body: table({ rates: { CNY: 0, EUR: 'x', XXX: 5 } }),
      result: failed('empty'),
    },
    {
      what: 'a time beyond the calendar',
      body: table({ time_last_update_unix: 1e300 }),
      result: failed('bad-shape'),
    },
    {
      what: 'a time in words',
      body: table({ time_last_update_unix: 'today' }),
      result: failed('bad-shape'),
    },
    { what: 'a list', body: [], result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
};
