import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOfAnswer } from './http-status.ts';
import { FAILURE_KINDS, failed } from './result.ts';

const at = 1;

test.each([
  [{ status: 200, body: [], at }, null],
  [{ status: 299, body: null, at }, null],
  [{ status: 200, body: undefined, at }, failed('bad-json')],
  [{ status: 204, body: undefined, at }, failed('bad-json')],
  [{ status: 429, body: {}, at }, failed('rate-limited')],
  [{ status: 429, body: undefined, at, retryAfterMs: 30_000 }, failed('rate-limited', 30_000)],
  [{ status: 418, body: {}, at, retryAfterMs: 120_000 }, failed('banned', 120_000)],
  [{ status: 451, body: {}, at }, failed('geo-blocked')],
  [{ status: 402, body: {}, at }, failed('plan')],
  [{ status: 400, body: { code: -1121 }, at }, failed('refused')],
  [{ status: 401, body: {}, at }, failed('refused')],
  [{ status: 403, body: undefined, at }, failed('refused')],
  [{ status: 404, body: {}, at }, failed('refused')],
  [{ status: 302, body: undefined, at }, failed('refused')],
  [{ status: 0, body: undefined, at }, failed('refused')],
  [{ status: 500, body: {}, at }, failed('server-error')],
  [{ status: 503, body: undefined, at, retryAfterMs: 5_000 }, failed('server-error', 5_000)],
  [{ status: 1020, body: undefined, at }, failed('server-error')],
])('response no. %#', (answer, failure) => {
  expect(failureOfAnswer(answer)).toEqual(failure);
});

test('only a 2xx response with a JSON body is read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1100 }),
      fc.option(fc.jsonValue(), { nil: undefined }),
      (status, body) => {
        const result = failureOfAnswer({ status, body, at });
        const isGood = status >= 200 && status < 300 && body !== undefined;
        expect(result === null).toBe(isGood);
        if (result && !result.ok) expect(FAILURE_KINDS).toContain(result.failure.kind);
      },
    ),
  );
});

test('the kinds of failures are unique', () => {
  expect(new Set(FAILURE_KINDS).size).toBe(FAILURE_KINDS.length);
});
