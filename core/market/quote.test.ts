import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../money/decimal.ts';
import { changeSince, makeQuote } from './quote.ts';

const NOW = 1_760_000_000_000;
const wire = { last: '105239.09', change24h: '0.76', source: 'binance', at: NOW - 17, answeredAt: NOW };

describe('a quote', () => {
  test('has the values that the source sent', () => {
    expect(makeQuote(wire)).toEqual({
      last: '105239.09',
      change24h: '0.76',
      source: 'binance',
      at: NOW - 17,
    });
  });

  test.each<[unknown, string]>([
    ['105239.09000000', '105239.09'],
    ['0.00001234', '0.00001234'],
    [5.9e-6, '0.0000059'],
    ['5.9e-06', '0.0000059'],
    [77671, '77671'],
    [1e21, '1000000000000000000000'],
  ])('writes the price %j as plain text', (last, text) => {
    expect(makeQuote({ ...wire, last })?.last).toBe(text);
  });

  test.each([
    0,
    '0',
    '0.000',
    -1,
    '-0.5',
    '',
    null,
    undefined,
    Number.NaN,
    'n/a',
    {},
    [],
    true,
    '1e-99',
    1e-60,
    '1e99',
  ])('rejects the price %j', (last) => {
    expect(makeQuote({ ...wire, last })).toBeNull();
  });

  test.each<[unknown, string | null]>([
    ['-0.110', '-0.11'],
    [-3.27, '-3.27'],
    [5.9e-7, '0.00000059'],
    ['0.000', '0'],
    [null, null],
    [undefined, null],
    ['', null],
    ['up', null],
    ['1e99', null],
    [Number.NaN, null],
  ])('reads the change %j as %j: a bad change is dropped, the price is kept', (change24h, text) => {
    expect(makeQuote({ ...wire, change24h })).toMatchObject({ last: '105239.09', change24h: text });
  });

  test.each([
    [NOW - 60_000, NOW - 60_000],
    [NOW, NOW],
    // The source's clock is ahead.
    [NOW + 1, NOW],
    [NOW + 86_400_000, NOW],
    // No time at all.
    [Number.NaN, NOW],
    [0, NOW],
    [-5, NOW],
    [Number.POSITIVE_INFINITY, NOW],
  ])('with the time %d is dated %d', (at, dated) => {
    expect(makeQuote({ ...wire, at })?.at).toBe(dated);
  });

  test('is above zero, plain text and not from the future, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.double(), (last, change24h, at) => {
        const quote = makeQuote({ ...wire, last, change24h, at });
        if (!quote) return;
        expect(parseDecimal(quote.last)?.digits).toBeGreaterThan(0n);
        expect(quote.last).toMatch(/^\d+(\.\d+)?$/);
        if (quote.change24h !== null) expect(quote.change24h).toMatch(/^-?\d+(\.\d+)?$/);
        expect(quote.at).toBeGreaterThan(0);
        expect(quote.at).toBeLessThanOrEqual(NOW);
      }),
    );
  });
});

describe('the change since an opening price', () => {
  test.each<[unknown, unknown, string | null]>([
    ['100', '101', '1'],
    ['100', '99', '-1'],
    ['100', '100', '0'],
    ['3', '1', '-66.666666'],
    ['9000', '9999.99', '11.111'],
    ['0.00001', '0.00002', '100'],
    // Too small for six decimals: becomes the smallest value they can express, with its sign.
    ['14.00000001', '14.00000002', '0.000001'],
    ['14.00000002', '14.00000001', '-0.000001'],
    ['1', '0.99999999', '-0.000001'],
    [2, 3, '50'],
    ['0', '5', null],
    ['-1', '5', null],
    ['', '5', null],
    ['5', '', null],
    [undefined, '5', null],
    ['5', null, null],
  ])('%j to %j is %j percent', (open, last, percent) => {
    expect(changeSince(open, last)).toBe(percent);
  });

  test('agrees with floating point to six decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (open, last) => {
          const percent = Number(changeSince(String(open), String(last)));
          const expected = ((last - open) / open) * 100;
          expect(Math.abs(percent - expected)).toBeLessThan(1.1e-6 + Math.abs(expected) * 1e-12);
        },
      ),
    );
  });
});
