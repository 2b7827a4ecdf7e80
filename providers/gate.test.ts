import { describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { gate } from './gate.ts';

const AT = 1_760_000_000_000;
const ALL = COINS.map(({ id }) => id);

test('covers neither USDT nor tokens of competitors', () => {
  expect(ALL.filter((id) => !gate.covers(id))).toEqual(['tether', 'okb', 'bitget-token', 'leo-token']);
});

describe('errors', () => {
  test.each([
    [
      400,
      { label: 'INVALID_CURRENCY', message: 'currency TON is delisted' },
      failed('unknown-symbol', 7_000),
    ],
    [429, { label: 'TOO_MANY_REQUESTS', message: '' }, failed('rate-limited', 7_000)],
    [500, { label: 'INTERNAL', message: '' }, failed('server-error', 7_000)],
    [403, undefined, null],
    [200, [], null],
  ])('status %d with body no. %#', (status, body, expected) => {
    expect(gate.explain?.({ status, body, at: AT, retryAfterMs: 7_000 })).toEqual(expected);
  });
});

test.each([
  ['1760000003', AT + 3_000],
  ['1760000003000', AT + 3_000],
  ['1750000000', AT],
])('the budget is read, with its reset: %s', (reset, resetAt) => {
  const headers = {
    'x-gate-ratelimit-requests-remain': '3',
    'x-gate-ratelimit-limit': '200',
    'x-gate-ratelimit-reset-timestamp': reset,
  };
  const answer = { status: 200, body: [], at: AT };
  expect(gate.budget?.({ ...answer, headers })).toEqual({ remaining: 3, limit: 200, resetAt });
  expect(gate.budget?.(answer)).toBeNull();
});
