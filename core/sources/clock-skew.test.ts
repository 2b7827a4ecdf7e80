import { expect, test } from 'vitest';
import { inReaderTime, skewOf } from './clock-skew.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const answer = (headers: Record<string, string>) => ({ status: 200, body: {}, at: NOW, headers });
const date = (ms: number): string => new Date(NOW + ms).toUTCString();

test.each([
  ['no date', {}, 0],
  ['a date that is none', { date: 'soon' }, 0],
  ['the same time', { date: date(0) }, 0],
  ['a minute apart', { date: date(60_000) }, 0],
  ['a clock ten minutes fast', { date: date(-600_000) }, -600_000],
  ['a clock an hour slow', { date: date(3_600_000) }, 3_600_000],
  ['an old answer out of a cache', { date: date(-600_000), age: '600' }, 0],
  ['an age that is none', { date: date(-600_000), age: '-1' }, -600_000],
])('%s', (_what, headers, skew) => {
  expect(skewOf(answer(headers))).toBe(skew);
});

test('times are converted to the reader’s clock', () => {
  const quote = { last: '1', change24h: null, source: 'okx', at: NOW - 600_000 };
  expect(inReaderTime(new Map([['bitcoin', quote]]), -600_000).get('bitcoin')?.at).toBe(NOW);
});
