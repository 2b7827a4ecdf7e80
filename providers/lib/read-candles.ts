import type { Candle } from '../../core/history/candle.ts';
import { priceText } from '../../core/market/quote.ts';
import { failed, type Result, success } from '../../core/sources/result.ts';

/** The untrusted values of a candle. Without `ms`, the length is the smallest gap between two candles. */
export interface CandleLine {
  readonly at: number;
  readonly ms?: number;
  readonly open: unknown;
  readonly close: unknown;
}

const LONGEST = 31 * 24 * 3_600_000;

/**
 * Reads candles from rows in any order; returns them oldest first. Skips invalid rows; of two with the same time the last counts.
 * Fails with `empty` without rows, and with `bad-shape` if all are invalid.
 * @param answeredAt time of the response; no candle starts after it
 */
export function readCandles(
  rows: readonly unknown[],
  line: (row: readonly unknown[]) => CandleLine,
  answeredAt: number,
): Result<readonly Candle[]> {
  const found = new Map<number, Omit<Candle, 'ms'> & { readonly ms: number | undefined }>();
  for (const row of rows) {
    const parsed = Array.isArray(row) ? line(row) : null;
    const [open, close] = [priceText(parsed?.open), priceText(parsed?.close)];
    if (!parsed || open === null || close === null) continue;
    const { at, ms } = parsed;
    const isLong = ms === undefined || (ms >= 0 && ms <= LONGEST);
    if (at > 0 && at <= answeredAt && isLong) found.set(at, { at, ms, open, close });
  }
  if (found.size === 0) return failed(rows.length > 0 ? 'bad-shape' : 'empty');
  const candles = [...found.values()].sort((a, b) => a.at - b.at);
  const gap = smallestGap(candles);
  return success(candles.map((candle) => ({ ...candle, ms: candle.ms ?? gap })));
}

/** Returns the smallest gap. A single candle has an unknown length, and counts as a point. */
function smallestGap(candles: readonly { readonly at: number }[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { at }] of candles.entries()) {
    least = Math.min(least, (candles[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at);
  }
  return least <= LONGEST ? least : 0;
}
