import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from './currency.ts';
import { type Decimal, parseDecimal } from './decimal.ts';
import * as format from './format.ts';
import { ABSENT, direction } from './format.ts';
import * as percent from './percent-change.ts';

/** Parses a figure in the text form used by sources. */
function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`invalid decimal text: ${text}`);
  return value;
}
const formatPrice = (last: string): string => format.formatPrice(decimal(last));
const formatMoney = (last: string, rate: string, currency: CurrencyCode): string =>
  format.formatMoney(decimal(last), decimal(rate), currency);
const formatChange = (change: string): string => percent.formatChange(decimal(change));

// The exact table of the product design. CNY at 7.1758.
const GOLDEN = [
  ['BTC', '105239.09', '0.76', '105,239.09', '¥755,174.66', '+0.76%'],
  ['ETH', '2517.54', '0.25', '2,517.54', '¥18,065.36', '+0.25%'],
  ['USDT', '1', '0.01', '1.00000', '¥7.18', '+0.01%'],
  ['XRP', '2.1517', '0.13', '2.15', '¥15.44', '+0.13%'],
  ['BNB', '646.71', '0.96', '646.71', '¥4,640.66', '+0.96%'],
  ['SOL', '145.58', '1.24', '145.58', '¥1,044.65', '+1.24%'],
  ['USDC', '0.9998', '0.01', '0.99980', '¥7.17', '+0.01%'],
  ['TRX', '0.2741', '-0.11', '0.27410', '¥1.97', '-0.11%'],
  ['DOGE', '0.1683', '-0.18', '0.16830', '¥1.21', '-0.18%'],
  ['ADA', '0.5944', '0', '0.59440', '¥4.27', '0%'],
] as const;

describe('the table of the seed page', () => {
  test.each(GOLDEN)('%s', (_symbol, last, change, price, money, shownChange) => {
    expect(formatPrice(last)).toBe(price);
    expect(formatMoney(last, '7.1758', 'CNY')).toBe(money);
    expect(formatChange(change)).toBe(shownChange);
  });

  test.each(GOLDEN)(
    '%s with zero padding as sent by exchanges',
    (_symbol, last, change, price, money, shownChange) => {
      const padded = last.includes('.') ? `${last}0000` : `${last}.00000000`;
      expect(formatPrice(padded)).toBe(price);
      expect(formatMoney(padded, '7.17580', 'CNY')).toBe(money);
      expect(formatChange(change === '0' ? '0.000' : `${change}0`)).toBe(shownChange);
    },
  );
});

describe('prices', () => {
  test.each([
    // Above 1: two decimals, with digit grouping.
    ['1.00000001', '1.00'],
    ['1.005', '1.01'],
    ['1.004999', '1.00'],
    ['12', '12.00'],
    ['999', '999.00'],
    ['1000', '1,000.00'],
    ['123456789.126', '123,456,789.13'],
    ['1234567890123456789012.5', '1,234,567,890,123,456,789,012.50'],
    // At 1 and below: five decimals.
    ['1', '1.00000'],
    ['1.000', '1.00000'],
    ['0.5', '0.50000'],
    ['0.123456', '0.12346'],
    ['0.001', '0.00100'],
    ['0.0010049', '0.00100'],
    ['0.001005', '0.00101'],
    // Below 0.001: four significant digits, with zeros folded.
    ['0.0009', '0.0₃9000'],
    ['0.00012345', '0.0₃1235'],
    ['0.00001234', '0.0₄1234'],
    ['0.0000006234', '0.0₆6234'],
    ['0.000006234', '0.0₅6234'],
    ['0.00000000000062344', '0.0₁₂6234'],
    ['6.234e-6', '0.0₅6234'],
    ['5.9e-06', '0.0₅5900'],
    ['1e-30', '0.0₂₉1000'],
    // Never rounded up to the next power of ten.
    ['0.999999', '0.99999'],
    ['0.99999999999', '0.99999'],
    ['9.999', '9.99'],
    ['99.9999', '99.99'],
    ['99999.999', '99,999.99'],
    ['0.00099996', '0.0₃9999'],
    ['0.0000099999', '0.0₅9999'],
    ['0.0099999', '0.00999'],
    // Within a power of ten, rounding up is allowed.
    ['9.985', '9.99'],
    ['0.0009999', '0.0₃9999'],
    ['8.999', '9.00'],
    // Zero.
    ['0', '0.00000'],
  ])('%s is shown as %s', (last, shown) => {
    expect(formatPrice(last)).toBe(shown);
  });
});

describe('money', () => {
  test.each<[string, string, CurrencyCode, string]>([
    ['105239.09', '1', 'USD', '$105,239.09'],
    ['105239.09', '0.8615', 'EUR', '€90,663.48'],
    ['1', '7.7812', 'HKD', 'HK$7.78'],
    ['1', '30.72', 'TWD', 'NT$30.72'],
    // Yen and won drop meaningless decimals, and the sign for yen differs from that for yuan.
    ['105239.09', '152.31', 'JPY', 'JP¥16,028,966'],
    ['1', '152.31', 'JPY', 'JP¥152'],
    ['0.5944', '152.31', 'JPY', 'JP¥90.53'],
    ['105239.09', '1423.5', 'KRW', '₩149,807,845'],
    ['0.01', '1423.5', 'KRW', '₩14.24'],
    // Below 1: four decimals where there are cents; below 0.001: zeros folded.
    ['0.001', '7.1758', 'CNY', '¥0.0072'],
    ['0.00000001', '7.1758', 'CNY', '¥0.0₇7176'],
    ['0.0000006234', '7.1758', 'CNY', '¥0.0₅4473'],
    ['0.9998', '1', 'USD', '$0.9998'],
    ['0.99999', '1', 'USD', '$0.9999'],
    ['1', '1', 'USD', '$1.00'],
    ['0.1049', '1', 'USD', '$0.1049'],
    ['0.1', '1', 'USD', '$0.1000'],
    ['0.0999', '1', 'USD', '$0.0999'],
    ['0.00999', '1', 'USD', '$0.0099'],
    ['0.00123', '1', 'USD', '$0.0012'],
    ['0.00099', '1', 'USD', '$0.0₃9900'],
    ['0.5', '1', 'JPY', 'JP¥0.50'],
    ['0.05', '1', 'JPY', 'JP¥0.05000'],
    // Based on the unrounded price: 2.15 would give 15.43.
    ['2.1517', '7.1758', 'CNY', '¥15.44'],
    ['9.999', '1', 'USD', '$9.99'],
    ['99.9', '1', 'JPY', 'JP¥99.90'],
    ['999.9', '1', 'JPY', 'JP¥999'],
  ])('%s at %s is %s %s', (last, rate, currency, shown) => {
    expect(formatMoney(last, rate, currency)).toBe(shown);
  });

  test('is absent without a rate', () => {
    expect(format.formatMoney(decimal('1'), null, 'CNY')).toBe(ABSENT);
  });
});

describe('changes', () => {
  test.each([
    ['0', '0%'],
    ['0.000', '0%'],
    ['-0', '0%'],
    ['0.0001', '+0.00%'],
    ['-0.0001', '-0.00%'],
    ['0.004999', '+0.00%'],
    ['0.005', '+0.01%'],
    ['-0.005', '-0.01%'],
    ['12.345', '+12.35%'],
    ['-12.344999', '-12.34%'],
    ['99.999', '+100.00%'],
    ['1234.5', '+1,234.50%'],
    ['-100', '-100.00%'],
    ['1e-7', '+0.00%'],
    ['-5.9e-06', '-0.00%'],
  ])('%s is shown as %s', (change, shown) => {
    expect(formatChange(change)).toBe(shown);
  });

  test('a missing change is absent', () => {
    expect(percent.formatChange(null)).toBe(ABSENT);
  });

  test.each([
    ['+0.76%', 'up'],
    ['+0.00%', 'up'],
    ['-0.11%', 'down'],
    ['-0.00%', 'down'],
    ['0%', 'flat'],
    [ABSENT, null],
  ])('%s points %s', (shown, expected) => {
    expect(direction(shown)).toBe(expected);
  });
});

// Parses the displayed text independently: an integer over a power of ten.
interface Fraction {
  count: bigint;
  places: number;
}
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
function parseShown(shown: string): Fraction {
  const unfolded = shown.replace(/^0\.0([₀-₉]+)/, (_match, digits: string) => {
    const zeros = Number([...digits].map((digit) => SUBSCRIPTS.indexOf(digit)).join(''));
    return `0.${'0'.repeat(zeros)}`;
  });
  const [whole = '', fraction = ''] = unfolded.replaceAll(',', '').split('.');
  return { count: BigInt(whole + fraction), places: fraction.length };
}
const readText = (text: string): Fraction => {
  const [whole = '', fraction = ''] = text.split('.');
  return { count: BigInt(whole + fraction), places: fraction.length };
};
const at = ({ count, places }: Fraction, scale: number): bigint => count * 10n ** BigInt(scale - places);
const decade = ({ count, places }: Fraction): number => String(count).length - places;

const digits = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: max });
/** Positive decimal text of any size, with long runs of zeros and nines, where rounding fails most easily. */
const positive = fc
  .tuple(
    fc.oneof(fc.constant('0'), fc.nat({ max: 2_000_000 }).map(String), digits(18)),
    fc.oneof(
      fc.constant(''),
      fc.nat({ max: 18 }).map((n) => '0'.repeat(n)),
      fc.nat({ max: 12 }).map((n) => '9'.repeat(n)),
    ),
    digits(12),
  )
  .map(([whole, start, rest]) => `${whole.replace(/^0+(?=\d)/, '') || '0'}.${start}${rest}5`);

describe('any positive price', () => {
  test('is within half a unit of the exact value, or below one unit if rounding up would reach a power of ten', () => {
    fc.assert(
      fc.property(positive, (text) => {
        const exactValue = readText(text);
        const shown = parseShown(formatPrice(text));
        const scale = Math.max(exactValue.places, shown.places) + 1;
        const [exact, seen] = [at(exactValue, scale), at(shown, scale)];
        const step = at({ count: 1n, places: shown.places }, scale);
        const error = seen > exact ? seen - exact : exact - seen;
        expect(error).toBeLessThan(step);
        if (error * 2n > step) expect(seen).toBeLessThan(exact);
        expect(decade(shown)).toBeLessThanOrEqual(decade(exactValue));
      }),
      { numRuns: 2000 },
    );
  });

  test('has the expected digits, no exponent, and is never zero', () => {
    fc.assert(
      fc.property(positive, (text) => {
        const shown = formatPrice(text);
        const exactValue = readText(text);
        const unit = 10n ** BigInt(exactValue.places);
        if (exactValue.count > unit) expect(shown).toMatch(/^\d{1,3}(,\d{3})*\.\d\d$/);
        else if (exactValue.count * 1000n >= unit) expect(shown).toMatch(/^[01]\.\d{5}$/);
        else expect(shown).toMatch(/^0\.0[₀-₉]+[1-9]\d{3}$/);
        expect(shown).toMatch(/[1-9]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('ignores trailing zeros', () => {
    fc.assert(
      fc.property(positive, fc.nat({ max: 5 }), (text, more) => {
        expect(formatPrice(text + '0'.repeat(more))).toBe(formatPrice(text));
      }),
    );
  });

  test('does not fall when the price rises, within the same format', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.nat({ max: 10 ** 6 }),
        fc.nat({ max: 6 }),
        (a, more, places) => {
          const [low, high] = [a, a + more].map((n) => String(n).padStart(places + 1, '0'));
          const [x, y] = [low, high].map(
            (n = '') => `${n.slice(0, n.length - places)}.${n.slice(n.length - places)}0`,
          );
          const [shownX, shownY] = [x, y].map((n = '') => parseShown(formatPrice(n)));
          if (!shownX || !shownY) throw new Error('unreachable');
          const scale = Math.max(shownX.places, shownY.places);
          expect(at(shownX, scale)).toBeLessThanOrEqual(at(shownY, scale));
        },
      ),
    );
  });
});

test('money of any positive price and rate has a sign, digit grouping, and is never zero', () => {
  fc.assert(
    fc.property(positive, positive, (last, rate) => {
      const shown = formatMoney(last, rate, 'CNY');
      expect(shown).toMatch(/^¥(\d{1,3}(,\d{3})*\.\d{2}|0\.\d{4}|0\.0[₀-₉]+[1-9]\d{3})$/);
      expect(shown).toMatch(/[1-9]/);
    }),
    { numRuns: 1000 },
  );
});

test('any change keeps its sign and is within half a hundredth of the exact value', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat({ max: 8 }), (count, places) => {
      const magnitude = String(count < 0n ? -count : count).padStart(places + 1, '0');
      const text = `${count < 0n ? '-' : ''}${magnitude.slice(0, magnitude.length - places)}${places ? `.${magnitude.slice(-places)}` : ''}`;
      const shown = formatChange(text);
      if (count === 0n) return void expect(shown).toBe('0%');
      expect(shown).toMatch(count < 0n ? /^-\d{1,3}(,\d{3})*\.\d\d%$/ : /^\+\d{1,3}(,\d{3})*\.\d\d%$/);
      const seen = at(parseShown(shown.slice(1, -1)), 10);
      const exact = at({ count: count < 0n ? -count : count, places }, 10);
      expect((seen > exact ? seen - exact : exact - seen) * 2n).toBeLessThanOrEqual(10n ** 8n);
    }),
    { numRuns: 1000 },
  );
});

test('no number makes formatting throw or return NaN', () => {
  const any = fc.record({
    digits: fc.bigInt({ min: -(10n ** 70n), max: 10n ** 70n }),
    scale: fc.nat({ max: 140 }),
  });
  fc.assert(
    fc.property(any, any, (value, rate) => {
      const all =
        format.formatPrice(value) + format.formatMoney(value, rate, 'USD') + percent.formatChange(value);
      expect(all).not.toMatch(/NaN|undefined|Infinity|e[+-]?\d/);
    }),
  );
});
