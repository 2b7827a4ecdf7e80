import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHistoryIndex } from './history-index-schema.ts';
import { MAX_AT_ONCE, MAX_STORED, NO_HISTORY_INDEX, tokensLeft, withFetched } from './history-quota.ts';

const NOW = Date.UTC(2026, 10, 24);
const HOUR = 60 * 60_000;

test('the quota starts full and refills in an hour', () => {
  expect(tokensLeft(NO_HISTORY_INDEX, NOW)).toBe(60);
  const empty = { ...NO_HISTORY_INDEX, tokens: 0, tokensAt: NOW };
  expect(tokensLeft(empty, NOW)).toBe(0);
  expect(tokensLeft(empty, NOW + HOUR / 60)).toBe(1);
  expect(tokensLeft(empty, NOW + 5 * HOUR)).toBe(60);
  expect(tokensLeft(empty, NOW - HOUR)).toBe(60);
});

test('no hour allows more than twice the quota, however it is used', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 * 60_000 }), { maxLength: 300 }), (pauses) => {
      let index = NO_HISTORY_INDEX;
      let now = NOW;
      const spent: number[] = [];
      for (const waitMs of pauses) {
        now += waitMs;
        let tokens = tokensLeft(index, now);
        for (let attempt = 0; attempt < 40 && tokens >= 1; attempt += 1) {
          tokens -= 1;
          spent.push(now);
        }
        index = { ...index, tokens, tokensAt: now };
      }
      for (const from of spent)
        expect(spent.filter((at) => at >= from && at < from + HOUR).length).toBeLessThanOrEqual(120);
    }),
    { numRuns: 50 },
  );
});

test('the most recently fetched coins come first, and the oldest are dropped', () => {
  const ids = Array.from({ length: MAX_STORED }, (_, i) => `coin-${i}`);
  expect(withFetched(ids, ['coin-3'])).toMatchObject({ dropped: [] });
  const { kept, dropped } = withFetched(ids, ['new', 'coin-59']);
  expect(kept.slice(0, 3)).toEqual(['new', 'coin-59', 'coin-0']);
  expect(kept).toHaveLength(MAX_STORED);
  expect(dropped).toEqual(['coin-58']);
});

test('any stored value parses to an index', () => {
  expect(parseHistoryIndex(undefined)).toBe(NO_HISTORY_INDEX);
  expect(parseHistoryIndex({ v: 2, ids: ['bitcoin'] })).toBe(NO_HISTORY_INDEX);
  expect(parseHistoryIndex({ v: 1, ids: ['bitcoin', 'bitcoin', 'BAD ID', 7], tokens: 1e9 })).toEqual({
    v: 1,
    ids: ['bitcoin'],
    tokens: MAX_AT_ONCE,
    tokensAt: 0,
  });
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (ids, tokens, tokensAt) => {
      const index = parseHistoryIndex({ v: 1, ids, tokens, tokensAt });
      const allowed = tokensLeft(index, NOW);
      expect(allowed).toBeGreaterThanOrEqual(0);
      expect(allowed).toBeLessThanOrEqual(MAX_AT_ONCE);
    }),
  );
});
