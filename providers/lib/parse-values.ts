import { decimalText, divide, multiply, parseDecimal } from '../../core/money/decimal.ts';
import type { Budget } from '../../core/sources/host-health.ts';
import type { Answer } from '../../core/sources/http-status.ts';

const ONE = { digits: 1n, scale: 0 };
const PLACES = 18;

/** Converts dollars to USDT, as decimal text. @param usdtUsd dollars for one USDT; default: one */
export function inUsdt(usd: unknown, usdtUsd: unknown): string | null {
  const amount = parseDecimal(usd);
  const usdtUsdRate = parseDecimal(usdtUsd);
  const quotient =
    amount && divide(amount, usdtUsdRate && usdtUsdRate.digits > 0n ? usdtUsdRate : ONE, PLACES);
  return quotient && decimalText(quotient);
}

/** Returns the product as decimal text (a ratio × 100, base volume × price); null if one of them is not a number. */
export function product(a: unknown, b: unknown): string | null {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left && right && decimalText(multiply(left, right));
}

/** Returns a code, sent as a string or a number, as a string; null for anything else. */
export const codeText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** Parses a time to ms since the epoch: ms as a number or a string, or an ISO date; NaN for anything else. */
export function parseTimestamp(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 40) return Number.NaN;
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
}

/** Reads an integer header; null for anything else. */
export function headerNumber({ headers = {} }: Answer, name: string): number | null {
  const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A longer window is not a rate limit: the header means something else. */
const MAX_WINDOW_MS = 10 * 60_000;

/** Builds a budget from header values; null if one of them is missing or implausible. */
export function buildBudget(
  answeredAt: number,
  remaining: number | null,
  limit: number | null,
  resetAt: number | null,
): Budget | null {
  if (remaining === null || limit === null || resetAt === null || limit === 0) return null;
  const last = answeredAt + MAX_WINDOW_MS;
  return {
    remaining: Math.min(Math.max(0, remaining), limit),
    limit,
    resetAt: Math.min(Math.max(resetAt, answeredAt), last),
  };
}
