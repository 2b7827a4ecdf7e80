import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ageText, localMoment } from './time-text.ts';

const AGO = ['just now', ' s ago', ' min ago', ' h ago', ' d ago'];

describe('a time in local time', () => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'Asia/Shanghai';
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test.each([
    ['today', '2025-10-10T12:22:30Z', '2025-10-10T13:00:00Z', '20:22:30'],
    ['today, after midnight here', '2025-10-09T16:00:05Z', '2025-10-09T16:10:00Z', '00:00:05'],
    [
      'yesterday here, though the same day in London',
      '2025-10-09T15:59:59Z',
      '2025-10-09T16:10:00Z',
      '2025-10-09 23:59',
    ],
    ['a month ago', '2025-09-10T12:22:30Z', '2025-10-10T13:00:00Z', '2025-09-10 20:22'],
    ['the same day of another year', '2024-10-10T12:22:30Z', '2025-10-10T13:00:00Z', '2024-10-10 20:22'],
  ])('%s', (_when, at, now, shown) => {
    expect(localMoment(Date.parse(at), Date.parse(now))).toBe(shown);
  });

  test('an invalid time does not throw', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, -8.64e15, 1e300])
      expect(localMoment(at, Date.parse('2025-10-10T13:00:00Z'))).toMatch(
        /^.\d{3,}-\d\d-\d\d \d\d:\d\d|^[+-]\d{6}/,
      );
  });

  test('matches the browser’s own result in any month and time zone', () => {
    for (const zone of ['Asia/Shanghai', 'America/St_Johns', 'Europe/London', 'Pacific/Chatham']) {
      process.env.TZ = zone;
      for (let month = 0; month < 36; month += 1) {
        const at = Date.UTC(2024, month, 3, 21, 7, 9);
        expect(localMoment(at, 0)).toBe(new Date(at).toLocaleString('sv').slice(0, 16));
      }
    }
  });
});

describe('an age as text', () => {
  test.each([
    [-60, 'just now'],
    [0, 'just now'],
    [4.999, 'just now'],
    [5, '5 s ago'],
    [59.9, '59 s ago'],
    [60, '1 min ago'],
    [3599, '59 min ago'],
    [3600, '1 h ago'],
    [86399, '23 h ago'],
    [86400, '1 d ago'],
    [86400 * 400, '400 d ago'],
  ])('%d seconds', (seconds, words) => {
    expect(ageText(AGO, 0, seconds * 1000)).toBe(words);
  });

  test('is an integer and a unit for any age', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 1e12 }), (age) => {
        expect(ageText(AGO, 0, age)).toMatch(/^[1-9]\d* (s|min|h|d) ago$/);
      }),
    );
  });

  test('missing words leave the bare number', () => {
    expect(ageText([], 0, 0)).toBe('');
    expect(ageText([], 0, 61_000)).toBe('1');
  });
});
