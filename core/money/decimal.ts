/** An exact decimal number: digits / 10^scale. Prices stay in this form until they are formatted. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

// Sources that send JSON numbers use exponents (5.9e-06). The length limits bound the cost of hostile input.
const DECIMAL = /^(-?)(\d{1,30})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Parses decimal text or a finite number. Returns null for anything else, including NaN, infinities and text that is
 * too long.
 */
export function parseDecimal(input: unknown): Decimal | null {
  const text = typeof input === 'number' ? String(input) : input;
  if (typeof text !== 'string' || text.length > 80) return null;
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(sign + whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/**
 * Parses plain decimal text without validation: the text in quotes, rates and histories was validated when it was
 * received.
 * @throws {SyntaxError} if the text is not a number
 */
export function decimalOf(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** The same for a price out of a stored value, checked; null for anything else. The page-facing script has no room for more. */
export const parsePrice = (text: unknown): Decimal | null =>
  typeof text === 'string' && /^\d{1,30}(\.\d{1,40})?$/.test(text) ? decimalOf(text) : null;

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
});

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale) - rescale(b, scale), scale };
}

/** Returns a / b truncated to `places` decimals; null if b is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.digits === 0n) return null;
  return {
    digits: (a.digits * 10n ** BigInt(places + b.scale)) / (b.digits * 10n ** BigInt(a.scale)),
    scale: places,
  };
}

/** Returns the sign of a - b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = subtract(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Formats as plain decimal text without an exponent or trailing zeros, e.g. `0.0000059`. */
export function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return sign + whole + (fraction && `.${fraction}`);
}

/** Returns the number in units of 10^-to, exactly. `to` must not be less than its scale. */
export const rescale = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

/** Returns the number in units of 10^-places, rounded half away from zero. */
export const roundTo = (value: Decimal, places: number): bigint => truncateTo(value, places, 1n);

/** Like `roundTo`, but truncated toward zero. `half` adds that many half units of the last place first. */
export function truncateTo({ digits, scale }: Decimal, places: number, half = 0n): bigint {
  if (scale <= places) return digits * 10n ** BigInt(places - scale);
  const unit = 10n ** BigInt(scale - places);
  return (digits + ((digits < 0n ? -half : half) * unit) / 2n) / unit;
}

/**
 * Returns the position of the first significant digit: 0 for 1..9.99, 2 for 100..999, -3 for 0.001. -Infinity for zero.
 */
export function magnitude({ digits, scale }: Decimal): number {
  if (digits === 0n) return Number.NEGATIVE_INFINITY;
  return String(digits < 0n ? -digits : digits).length - 1 - scale;
}
