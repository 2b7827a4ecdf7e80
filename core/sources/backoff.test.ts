import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOffMs } from './backoff.ts';
import { FAILURE_KINDS, type Failure } from './result.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CEILING = 30 * MINUTE;
const random = fc.double({ min: 0, max: 0.999999, noNaN: true });
const kind = fc.constantFrom(...FAILURE_KINDS);

test.each<[number, Failure, number]>([
  [1, { kind: 'timeout' }, 24 * SECOND],
  [2, { kind: 'timeout' }, 48 * SECOND],
  [3, { kind: 'server-error' }, 96 * SECOND],
  [10, { kind: 'unreachable' }, 24 * MINUTE],
  [1000, { kind: 'unreachable' }, 24 * MINUTE],
  [1, { kind: 'geo-blocked' }, HOUR],
  [1, { kind: 'plan' }, 24 * HOUR],
  [1, { kind: 'banned' }, 5 * MINUTE],
  [1, { kind: 'banned', retryAfterMs: 2 * HOUR }, 2 * HOUR],
  [1, { kind: 'rate-limited', retryAfterMs: 10 * MINUTE }, 10 * MINUTE],
  [1, { kind: 'rate-limited', retryAfterMs: 0 }, 24 * SECOND],
  [5, { kind: 'offline' }, 0],
])('failure no. %d, %o: %d ms without chance', (failures, failure, ms) => {
  expect(backOffMs(failures, failure, 0)).toBe(ms);
});

test('is never shorter than Retry-After, up to a day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      kind,
      fc.nat({ max: 24 * HOUR }),
      random,
      (n, one, asked, chance) => {
        expect(backOffMs(n, { kind: one, retryAfterMs: asked }, chance)).toBeGreaterThanOrEqual(asked);
      },
    ),
  );
});

test('a Retry-After of years is limited to a day', () => {
  const years = { kind: 'rate-limited', retryAfterMs: 1e15 } as const;
  expect(backOffMs(1, years, 0)).toBe(24 * HOUR);
  expect(backOffMs(1, years, 0.999)).toBeLessThanOrEqual(30 * HOUR);
});

describe('without Retry-After', () => {
  test('never exceeds the maximum, except for kinds that need it', () => {
    const longer = ['geo-blocked', 'plan'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), kind, random, (n, one, chance) => {
        fc.pre(!longer.includes(one));
        expect(backOffMs(n, { kind: one }, chance)).toBeLessThanOrEqual(CEILING);
      }),
    );
  });

  test('grows with each failure, with up to a quarter of jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), random, (n, chance) => {
        const failure = { kind: 'timeout' } as const;
        const least = backOffMs(n, failure, 0);
        expect(backOffMs(n + 1, failure, 0)).toBeGreaterThanOrEqual(least);
        expect(backOffMs(n, failure, chance)).toBeGreaterThanOrEqual(least);
        expect(backOffMs(n, failure, chance)).toBeLessThanOrEqual(least * 1.25);
      }),
    );
  });

  test('is always a finite integer of milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), kind, random, (n, one, chance) => {
        const ms = backOffMs(n, { kind: one }, chance);
        expect(Number.isInteger(ms) && ms >= 0).toBe(true);
      }),
    );
  });
});
