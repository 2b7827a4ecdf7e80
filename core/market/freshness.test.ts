import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshness, primarySourceOf, primarySourceOfSnapshot } from './freshness.ts';
import type { Quote } from './quote.ts';
import { EMPTY_SNAPSHOT } from './snapshot.ts';

const NOW = 1_760_000_000_000;
const MINUTE = 60_000;
const around = { now: NOW, periodMs: MINUTE, online: true };
const HOUR = 60 * MINUTE;

test.each([
  ['nothing yet', null, false, around, 'loading'],
  ['nothing, and no source answers', null, true, around, 'offline'],
  ['nothing, and no network', null, false, { ...around, online: false }, 'offline'],
  ['just fetched', NOW, false, around, 'live'],
  ['slightly in the future: a clock that is ahead', NOW + 5000, false, around, 'live'],
  ['at the end of a period and its slack', NOW - MINUTE - 30_000, false, around, 'live'],
  ['a moment later', NOW - MINUTE - 30_001, false, around, 'delayed'],
  ['ten minutes', NOW - 10 * MINUTE, false, around, 'delayed'],
  ['more than ten minutes', NOW - 10 * MINUTE - 1, false, around, 'stale'],
  ['fresh, but no source answers any more', NOW - 1000, true, around, 'stale'],
  ['fresh, but no network', NOW - 1000, false, { ...around, online: false }, 'offline'],
  ['old and no network', NOW - HOUR, true, { ...around, online: false }, 'offline'],
  ['an hourly reader after half an hour', NOW - HOUR / 2, false, { ...around, periodMs: HOUR }, 'live'],
  ['an hourly reader after nearly three', NOW - 3 * HOUR, false, { ...around, periodMs: HOUR }, 'delayed'],
  [
    'an hourly reader after more than three',
    NOW - 3 * HOUR - 1,
    false,
    { ...around, periodMs: HOUR },
    'stale',
  ],
] as const)('%s', (_when, at, trouble, circumstances, state) => {
  expect(freshness(at, trouble, circumstances)).toBe(state);
});

test('prices only ever get older', () => {
  const rank = ['live', 'delayed', 'stale'];
  fc.assert(
    fc.property(
      fc.nat({ max: 1e8 }),
      fc.nat({ max: 1e8 }),
      fc.integer({ min: 30, max: 3600 }),
      (age, more, seconds) => {
        const state = (old: number): number =>
          rank.indexOf(freshness(NOW - old, false, { ...around, periodMs: seconds * 1000 }));
        expect(state(age)).toBeGreaterThanOrEqual(0);
        expect(state(age + more)).toBeGreaterThanOrEqual(state(age));
      },
    ),
  );
});

describe('the primary source', () => {
  const quote = (source: string, at: number): Quote => ({ last: '1', change24h: null, source, at });

  test('is the source of most rows, with its newest time', () => {
    const quotes = [quote('binance', 10), quote('coingecko', 99), quote('binance', 30), quote('binance', 20)];
    expect(primarySourceOf(quotes, ['a', 'b', 'c', 'd'])).toEqual({ source: 'binance', at: 30 });
  });

  test('USDT and missing quotes do not count', () => {
    const quotes = [quote('okx', 99), undefined, quote('binance', 10)];
    expect(primarySourceOf(quotes, ['tether', 'x', 'bitcoin'])).toEqual({ source: 'binance', at: 10 });
    expect(primarySourceOf([quote('okx', 99)], ['tether'])).toEqual({ source: null, at: null });
    expect(primarySourceOf([], [])).toEqual({ source: null, at: null });
  });

  test('of a snapshot only the shown coins count', () => {
    const quotes = { bitcoin: quote('binance', 1), ripple: quote('okx', 2), solana: quote('okx', 3) };
    expect(primarySourceOfSnapshot({ ...EMPTY_SNAPSHOT, quotes }, ['bitcoin'])).toEqual({
      source: 'binance',
      at: 1,
    });
    expect(primarySourceOfSnapshot({ ...EMPTY_SNAPSHOT, quotes }, Object.keys(quotes))).toEqual({
      source: 'okx',
      at: 3,
    });
  });
});
