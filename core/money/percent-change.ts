import { type Decimal, rescale } from './decimal.ts';
import { ABSENT, groupDigits } from './format.ts';

/** An exact percentage. */
export interface Percentage {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/** Returns the exact change between two prices; null unless the first is above zero. */
export function changeBetween(from: Decimal, to: Decimal): Percentage | null {
  const scale = Math.max(from.scale, to.scale);
  const denominator = rescale(from, scale);
  return denominator > 0n ? { numerator: (rescale(to, scale) - denominator) * 100n, denominator } : null;
}

/** Formats a percentage with two decimals, rounded half away from zero. Keeps the sign of the unrounded value. */
function percentText({ numerator, denominator }: Percentage): string {
  if (numerator === 0n) return '0%';
  const size = numerator < 0n ? -numerator : numerator;
  const hundredths = (size * 200n + denominator) / (denominator * 2n);
  return `${numerator < 0n ? '-' : '+'}${groupDigits(hundredths, 2)}%`;
}

/**
 * Formats the change between two prices: `+0.76%`, `-0.11%`, `0%`. A change that rounds to zero keeps its sign. Empty
 * unless the first price is above zero.
 */
export function percentChange(from: Decimal, to: Decimal): string {
  const change = changeBetween(from, to);
  return change ? percentText(change) : '';
}

/**
 * Formats a change from a source in the same way.
 * @param change in percent, or null if no source provides it
 */
export const formatChange = (change: Decimal | null): string =>
  change ? percentText({ numerator: change.digits, denominator: 10n ** BigInt(change.scale) }) : ABSENT;
