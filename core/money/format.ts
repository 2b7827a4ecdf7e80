import { CURRENCY_SIGNS, type CurrencyCode, hasMinorUnit } from './currency.ts';
import { type Decimal, magnitude, multiply, roundTo, truncateTo } from './decimal.ts';

/** Shown for unknown figures. Never a zero, never a guess. */
export const ABSENT = '—';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const SIGNIFICANT = 4;

const isBelowOne = (value: Decimal): boolean => value.digits < 10n ** BigInt(value.scale);
const isAboveOne = (value: Decimal): boolean => value.digits > 10n ** BigInt(value.scale);

/**
 * Formats a price in USDT: two decimals above 1, five at 1 and below, four significant digits with folded zeros
 * (0.0₅6234) below 0.001.
 */
export const formatPrice = (price: Decimal): string =>
  isTiny(price) ? foldZeros(price) : fixed(price, isAboveOne(price) ? 2 : 5);

/**
 * Formats a price in the user's currency, based on the unrounded price.
 * @param price in USDT
 * @param rate units of `currency` per USDT; null if unknown
 */
export function formatMoney(price: Decimal, rate: Decimal | null, currency: CurrencyCode): string {
  if (!rate) return ABSENT;
  const value = multiply(price, rate);
  const sign = CURRENCY_SIGNS[currency];
  if (isTiny(value)) return sign + foldZeros(value);
  return sign + fixed(value, hasMinorUnit(currency) ? centDecimals(value) : unitDecimals(value));
}

/** Below 1, two decimals would cut a dollar's price to cents: $0.9998 is not $0.99. */
const centDecimals = (value: Decimal): number => (isBelowOne(value) ? 4 : 2);

/** Currencies without a minor unit drop decimals from 100 upward. */
function unitDecimals(value: Decimal): number {
  if (magnitude(value) < -1) return 5;
  return magnitude(value) < 2 ? 2 : 0;
}

/** Returns the direction of a formatted change, for color and arrow; null if unknown. */
export const direction = (change: string): 'up' | 'down' | 'flat' | null =>
  (({ '+': 'up', '-': 'down', '0': 'flat' }) as const)[change.charAt(0)] ?? null;

const isTiny = (value: Decimal): boolean => value.digits !== 0n && magnitude(value) < -3;

/** Fixed decimals. Prices are never rounded up to the next power of ten (9.999 becomes 9.99, not 10.00). */
const fixed = (value: Decimal, places: number): string => groupDigits(minorUnits(value, places), places);

function minorUnits(value: Decimal, places: number): bigint {
  const digits = roundTo(value, places);
  return magnitude({ digits, scale: places }) > magnitude(value) ? truncateTo(value, places) : digits;
}

function foldZeros(value: Decimal): string {
  const places = SIGNIFICANT - 1 - magnitude(value);
  const significant = String(minorUnits(value, places));
  const zeros = String(places - significant.length).replace(/\d/g, (digit) =>
    SUBSCRIPTS.charAt(Number(digit)),
  );
  return `0.0${zeros}${significant}`;
}

/**
 * Formats an integer in units of 10^-places with digit grouping, without its sign: 10523909 with two places becomes
 * `105,239.09`.
 */
export function groupDigits(count: bigint, places: number): string {
  const text = String(count < 0n ? -count : count).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  return places === 0 ? whole : `${whole}.${text.slice(-places)}`;
}
