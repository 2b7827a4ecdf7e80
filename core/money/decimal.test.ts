import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  type Decimal,
  decimalOf,
  decimalText,
  divide,
  magnitude,
  multiply,
  parseDecimal,
  parsePrice,
  roundTo,
  subtract,
  truncateTo,
} from './decimal.ts';

const decimal = fc.record({
  digits: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.nat({ max: 24 }),
});
const ten = (power: number): bigint => 10n ** BigInt(power);
/** Whether two rationals are equal, by cross-multiplication. */
const isSame = (a: Decimal, b: Decimal): boolean => a.digits * ten(b.scale) === b.digits * ten(a.scale);
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

describe('parsing', () => {
  test.each<[unknown, bigint, number]>([
    ['105239.09', 10523909n, 2],
    ['0', 0n, 0],
    ['-0.180', -180n, 3],
    ['5.9e-06', 59n, 7],
    ['5.9E-6', 59n, 7],
    ['1e3', 1000n, 0],
    ['1.25e+1', 125n, 1],
    ['00012', 12n, 0],
    [5.9e-6, 59n, 7],
    [5.9e-7, 59n, 8],
    [1e21, ten(21), 0],
    [0.1, 1n, 1],
    [-3, -3n, 0],
    [77671, 77671n, 0],
  ])('%s', (input, digits, scale) => {
    expect(parseDecimal(input)).toEqual({ digits, scale });
  });

  test.each([
    undefined,
    null,
    true,
    {},
    [],
    ['1'],
    1n,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e100,
    '',
    '-',
    '.',
    '.5',
    '5.',
    '+5',
    ' 5',
    '5\n',
    '1,000',
    '1_000',
    '0x1F',
    '１２',
    '٣',
    '1e',
    '1e100',
    '1e-100',
    'NaN',
    'Infinity',
    '9'.repeat(31),
    `0.${'1'.repeat(41)}`,
    '9'.repeat(100_000),
    { toString: () => '5' },
  ])('rejects invalid text: no. %#', (input) => {
    expect(parseDecimal(input)).toBeNull();
  });

  test('a number parses like its JavaScript text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e90, max: 1e90 }), (value) => {
        const read = parseDecimal(value);
        // Doubles below 1e-99 have longer exponents than any price needs.
        if (value !== 0 && Math.abs(value) < 1e-90) return;
        if (!read) throw new Error(`not parsed: ${value}`);
        expect(Number(decimalText(read))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('never throws, and results are bounded', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.stringMatching(/^-?\d*\.?\d*(e[+-]?\d*)?$/)), (input) => {
        const read = parseDecimal(input);
        if (!read) return;
        expect(read.scale).toBeGreaterThanOrEqual(0);
        expect(read.scale).toBeLessThan(140);
        expect(absolute(read.digits)).toBeLessThan(ten(170));
      }),
    );
  });
});

describe('formatting', () => {
  test.each([
    [{ digits: 59n, scale: 7 }, '0.0000059'],
    [{ digits: 100n, scale: 2 }, '1'],
    [{ digits: -180n, scale: 3 }, '-0.18'],
    [{ digits: 0n, scale: 5 }, '0'],
    [{ digits: 1000n, scale: 0 }, '1000'],
    [{ digits: -5n, scale: 0 }, '-5'],
  ])('case %#', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  test('the text parses back to the same number and is its shortest plain form', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        const back = parseDecimal(text);
        if (back === null) throw new Error(`not parsed: ${text}`);
        expect(isSame(back, value)).toBe(true);
      }),
    );
  });
});

describe('parsing trusted text', () => {
  test('gives the same result as the parser for untrusted text', () => {
    for (const text of ['0', '105239.09', '-0.18', '0.0000059', '00012', '1.000', '-100'])
      expect(decimalOf(text)).toEqual(parseDecimal(text));
    fc.assert(
      fc.property(decimal, (value) => {
        expect(decimalOf(decimalText(value))).toEqual(parseDecimal(decimalText(value)));
      }),
    );
  });

  test('a stored price is read where it is one', () => {
    for (const text of ['0', '105239.09', '0.0000059']) expect(parsePrice(text)).toEqual(parseDecimal(text));
    for (const odd of ['', '-1', '1e5', '.5', '5.', 'NaN', '9'.repeat(31), 5, null, undefined, ['1'], {}])
      expect(parsePrice(odd)).toBeNull();
  });

  test('throws on invalid text', () => {
    expect(() => decimalOf('n/a')).toThrow(SyntaxError);
    expect(() => decimalOf('1e5')).toThrow(SyntaxError);
  });
});

describe('arithmetic on rationals', () => {
  test('multiply', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(isSame(multiply(a, b), { digits: a.digits * b.digits, scale: a.scale + b.scale })).toBe(true);
        expect(isSame(multiply(a, b), multiply(b, a))).toBe(true);
      }),
    );
  });

  test('subtract and compare', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const left = a.digits * ten(b.scale);
        const right = b.digits * ten(a.scale);
        expect(isSame(subtract(a, b), { digits: left - right, scale: a.scale + b.scale })).toBe(true);
        expect(compare(a, b)).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  test('divide is exact to the last place, truncated toward zero', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.nat({ max: 20 }), (a, b, places) => {
        const quotient = divide(a, b, places);
        if (b.digits === 0n) return void expect(quotient).toBeNull();
        if (!quotient) throw new Error('no quotient');
        // |a/b| - |q| must be in [0, 10^-places).
        const numerator = absolute(a.digits) * ten(b.scale) * ten(places);
        const denominator = absolute(b.digits) * ten(a.scale);
        const rest = numerator - absolute(quotient.digits) * denominator;
        expect(rest).toBeGreaterThanOrEqual(0n);
        expect(rest).toBeLessThan(denominator);
        expect(quotient.scale).toBe(places);
        if (quotient.digits !== 0n) expect(quotient.digits < 0n).toBe(a.digits < 0n !== b.digits < 0n);
      }),
    );
  });

  test('rounding is half away from zero, truncation toward zero', () => {
    fc.assert(
      fc.property(decimal, fc.nat({ max: 26 }), (value, places) => {
        const size: Decimal = { digits: absolute(value.digits), scale: value.scale };
        const scale = Math.max(value.scale, places) + 1;
        const exact = size.digits * ten(scale - value.scale);
        const step = ten(scale - places);
        const expectedCut = exact / step;
        const expectedRound = (2n * exact + step) / (2n * step);
        const sign = value.digits < 0n ? -1n : 1n;
        expect(truncateTo(value, places)).toBe(sign * expectedCut);
        expect(roundTo(value, places)).toBe(sign * expectedRound);
      }),
    );
  });

  test('magnitude is the position of the first significant digit', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const position = magnitude(value);
        if (value.digits === 0n) return void expect(position).toBe(Number.NEGATIVE_INFINITY);
        const size = absolute(value.digits);
        const power = (exponent: number): [bigint, bigint] =>
          exponent >= 0 ? [size, ten(exponent + value.scale)] : [size * ten(-exponent), ten(value.scale)];
        const [low, bound] = power(position);
        const [high, upper] = power(position + 1);
        expect(low).toBeGreaterThanOrEqual(bound);
        expect(high).toBeLessThan(upper);
      }),
    );
  });
});
