import { expect, test } from 'vitest';
import { estimate, median, shuffled } from './statistics.ts';

test('the median of odd and even counts, in any order', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('an interval contains its median, is empty without spread, and is deterministic', () => {
  const figures = [5, 7, 6, 9, 4, 8, 6, 7];
  const { median: middle, low, high } = estimate(figures);
  expect(low).toBeLessThan(middle);
  expect(high).toBeGreaterThan(middle);
  expect(low).toBeGreaterThanOrEqual(4);
  expect(high).toBeLessThanOrEqual(9);
  expect(estimate(figures)).toEqual(estimate(figures));
  expect(estimate([3, 3, 3])).toEqual({ median: 3, low: 3, high: 3 });
});

test('shuffling keeps all values', () => {
  expect(shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
});
