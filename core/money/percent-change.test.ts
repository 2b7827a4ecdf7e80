import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSince } from '../market/quote.ts';
import { type Decimal, decimalOf } from './decimal.ts';
import { formatChange, percentChange } from './percent-change.ts';

/** Formats the change of a quote, which a source sends or which is computed from its opening price. */
const printedByQuote = (open: string, last: string): string => {
  const change = changeSince(open, last);
  return formatChange(change === null ? null : decimalOf(change));
};
const printed = (open: string, last: string): string => percentChange(decimalOf(open), decimalOf(last));

describe('a change', () => {
  test.each([
    ['100', '110', '+10.00%'],
    ['121500.5', '105239.09', '-13.38%'],
    ['1', '1', '0%'],
    ['1', '1.000', '0%'],
    ['1', '1.000001', '+0.00%'],
    ['14.00000001', '14.00000002', '+0.00%'],
    ['14.00000002', '14.00000001', '-0.00%'],
    // Half a hundredth is rounded away from zero, anything less toward zero.
    ['100', '100.005', '+0.01%'],
    ['100', '99.995', '-0.01%'],
    ['100000000', '100004999.99999999', '+0.00%'],
    ['0.0000059', '0.0125', '+211,764.41%'],
    ['100', '0', '-100.00%'],
  ])('from %s to %s is %s, wherever it is printed', (past, last, text) => {
    expect(printed(past, last)).toBe(text);
    expect(printedByQuote(past, last)).toBe(text);
  });

  test('is empty if the first price is zero', () => {
    expect(printed('0', '5')).toBe('');
  });

  const price = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 99_999_999 }))
      .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(8, '0')}`),
    fc.bigInt({ min: 1n, max: 10n ** 30n - 1n }).map(String),
    // At most 38 decimals: `pair` appends two, and prices have at most 40.
    fc.bigInt({ min: 1n, max: 10n ** 38n - 1n }).map((digits) => `0.${String(digits).padStart(38, '0')}`),
  );
  /** Pairs of close and distant prices. */
  const pair = fc.oneof(
    fc.tuple(price, price),
    fc
      .tuple(price, fc.constantFrom('0', '1', '5', '49', '50'))
      .map(([last, more]) => [last, last + (last.includes('.') ? more : `.${more}`)] as const),
  );

  test('is the same text for any pair of prices', () => {
    fc.assert(
      fc.property(pair, ([past, last]) => {
        expect(printedByQuote(past, last)).toBe(printed(past, last));
      }),
      { numRuns: 2000 },
    );
  });

  test('is within half a hundredth of the exact value, and has its sign', () => {
    const scaled = (text: string): bigint => {
      const { digits, scale }: Decimal = decimalOf(text);
      return digits * 10n ** BigInt(50 - scale);
    };
    const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
    fc.assert(
      fc.property(pair, ([past, last]) => {
        const [from, to] = [scaled(past), scaled(last)];
        const text = printed(past, last);
        const hundredths = BigInt(text.replace(/[^\d-]/g, ''));
        // |hundredths / 10000 - (to - from) / from| <= 1 / 20000
        expect(magnitude(hundredths * from - (to - from) * 10_000n) * 2n).toBeLessThanOrEqual(from);
        expect(text.replace(/[^+-]/g, '')).toBe(['-', '', '+'][Number(to > from) - Number(to < from) + 1]);
      }),
      { numRuns: 1000 },
    );
  });
});
