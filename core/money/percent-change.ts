import { type Decimal, rescale } from './decimal.ts';
import { ABSENT, groupDigits } from './format.ts';

/** An exact percentage. */
export interface Percentage {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/** The exact change from one price to another; null where the first is not above zero. */
export function changeBetween(from: Decimal, to: Decimal): Percentage | null {
  const scale = Math.max(from.scale, to.scale);
  const denominator = rescale(from, scale);
  return denominator > 0n ? { numerator: (rescale(to, scale) - denominator) * 100n, denominator } : null;
}

/** The one place where a percentage becomes text: two decimals, rounded half up, with the sign that it had before. */
function percentText({ numerator, denominator }: Percentage): string {
  if (numerator === 0n) return '0%';
  const size = numerator < 0n ? -numerator : numerator;
  const hundredths = (size * 200n + denominator) / (denominator * 2n);
  return `${numerator < 0n ? '-' : '+'}${groupDigits(hundredths, 2)}%`;
}

/**
 * The change from one price to another, ready to print: `+0.76%`, `-0.11%`, `0%`; a change that only rounds to zero keeps its
 * sign. Empty where the first price is not above zero.
 */
export function percentChange(from: Decimal, to: Decimal): string {
  const change = changeBetween(from, to);
  return change ? percentText(change) : '';
}

/**
 * A change as a source gives it, ready to print in the same way.
 * @param change in percent, or null when no source gives one
 */
export const formatChange = (change: Decimal | null): string =>
  change ? percentText({ numerator: change.digits, denominator: 10n ** BigInt(change.scale) }) : ABSENT;
