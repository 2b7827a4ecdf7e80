import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSince } from '../market/quote.ts';
import { formatChange } from './format.ts';
import { percentChange } from './percent-change.ts';

test.each([
  ['100', '110', '+10.00%'],
  ['121500.5', '105239.09', '-13.38%'],
  ['1', '1', '0%'],
  ['1', '1.000001', '+0.00%'],
  ['0.0000059', '0.0125', '+211,764.41%'],
  ['100', '', ''],
])('from %s to %s: %s', (past, last, text) => {
  expect(percentChange(past, last)).toBe(text);
});

test('equals the exact arithmetic of the other surfaces', () => {
  const price = fc
    .tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 99_999_999 }))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(8, '0')}`);
  fc.assert(
    fc.property(price, price, (past, last) => {
      const change = changeSince(past, last);
      // The other implementation truncates the percentage after six decimals before it rounds.
      fc.pre(change !== null && !/\.\d\d(4999|5000)/.test(change));
      expect(percentChange(past, last)).toBe(past === last ? '0%' : formatChange(change));
    }),
  );
});
