import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparklinePath } from './card.ts';

test('a day as a line: left to right, the highest price on top', () => {
  expect(sparklinePath(['100', '110', '105'])).toBe('M0 38L128 2L256 20');
});

test('a day without movement is a level line, and one price is a point', () => {
  expect(sparklinePath(['5', '5'])).toBe('M0 38L256 38');
  expect(sparklinePath(['5'])).toBe('M0 38');
});

test('every line stays in its box', () => {
  const price = fc.integer({ min: 1, max: 10_000_000 }).map((value) => `${value / 1000}`);
  fc.assert(
    fc.property(fc.array(price, { minLength: 2, maxLength: 60 }), (prices) => {
      const points = sparklinePath(prices)
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number));
      expect(points).toHaveLength(prices.length);
      for (const [x = -1, y = -1] of points) expect(x >= 0 && x <= 256 && y >= 2 && y <= 38).toBe(true);
    }),
  );
});
