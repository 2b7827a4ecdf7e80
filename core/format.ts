import { CURRENCIES, type CurrencyCode } from './currency.ts';
import { type Decimal, magnitude, multiply, parseDecimal, roundTo, truncateTo } from './decimal.ts';

/** What stands where a figure is unknown. Never a zero, never a guess. */
export const ABSENT = '—';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const SIGNIFICANT = 4;

const isAboveOne = (value: Decimal): boolean => value.digits > 10n ** BigInt(value.scale);

/**
 * A price in USDT as the seed page prints it: two decimals above 1, five at 1 and below, four significant digits with
 * folded zeros (0.0₅6234) below 0.001.
 * @param last decimal text, e.g. `105239.09`; anything else gives the absent mark
 */
export function formatPrice(last: string): string {
  const value = parseDecimal(last);
  if (!value) return ABSENT;
  return isTiny(value) ? foldZeros(value) : fixed(value, isAboveOne(value) ? 2 : 5);
}

/**
 * A price in the reader's own money, from the unrounded price.
 * @param last price in USDT, decimal text
 * @param rate units of `currency` for one USDT, decimal text
 */
export function formatMoney(last: string, rate: string | undefined, currency: CurrencyCode): string {
  const price = parseDecimal(last);
  const factor = parseDecimal(rate);
  if (!price || !factor) return ABSENT;
  const value = multiply(price, factor);
  const { sign, places } = CURRENCIES[currency];
  if (isTiny(value)) return sign + foldZeros(value);
  if (magnitude(value) < -1) return sign + fixed(value, 5);
  // Currencies without a minor unit drop the decimals once they say nothing.
  return sign + fixed(value, places === 0 && magnitude(value) < 2 ? 2 : places);
}

/**
 * A change in percent with its sign: `+0.76%`, `-0.11%`, `0%`; a change that only rounds to zero keeps its sign.
 * @param change percent as decimal text, or null when no source gives one
 */
export function formatChange(change: string | null): string {
  const value = change === null ? null : parseDecimal(change);
  if (!value) return ABSENT;
  if (value.digits === 0n) return '0%';
  const negative = value.digits < 0n;
  const size = negative ? { digits: -value.digits, scale: value.scale } : value;
  return `${negative ? '-' : '+'}${grouped(roundTo(size, 2), 2)}%`;
}

/** The direction a change has, for colour and arrow. Null when it is unknown. */
export function direction(change: string | null): 'up' | 'down' | 'flat' | null {
  const value = change === null ? null : parseDecimal(change);
  if (!value) return null;
  return value.digits > 0n ? 'up' : value.digits < 0n ? 'down' : 'flat';
}

const isTiny = (value: Decimal): boolean => value.digits !== 0n && magnitude(value) < -3;

/** Fixed decimals; a price is never rounded up across a power of ten (9.999 is 9.99, not 10.00). */
function fixed(value: Decimal, places: number): string {
  const rounded = roundTo(value, places);
  const crossed = magnitude({ digits: rounded, scale: places }) > magnitude(value);
  return grouped(crossed ? truncateTo(value, places) : rounded, places);
}

function foldZeros(value: Decimal): string {
  const places = SIGNIFICANT - 1 - magnitude(value);
  const rounded = roundTo(value, places);
  const crossed = magnitude({ digits: rounded, scale: places }) > magnitude(value);
  const significant = String(crossed ? truncateTo(value, places) : rounded);
  const zeros = [...String(places - significant.length)].map((digit) => SUBSCRIPTS[Number(digit)]);
  return `0.0${zeros.join('')}${significant}`;
}

function grouped(count: bigint, places: number): string {
  const text = String(count).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  return places === 0 ? whole : `${whole}.${text.slice(-places)}`;
}
