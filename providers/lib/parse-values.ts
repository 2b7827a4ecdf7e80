import { decimalText, divide, multiply, parseDecimal } from '../../core/money/decimal.ts';
import type { Budget } from '../../core/sources/host-health.ts';
import type { Answer } from '../../core/sources/http-status.ts';

const ONE = { digits: 1n, scale: 0 };
const PLACES = 18;

/** An amount in dollars as an amount in USDT, decimal text. @param usdtUsd dollars for one USDT; one when absent */
export function inUsdt(usd: unknown, usdtUsd: unknown): string | null {
  const amount = parseDecimal(usd);
  const usdtUsdRate = parseDecimal(usdtUsd);
  const quotient =
    amount && divide(amount, usdtUsdRate && usdtUsdRate.digits > 0n ? usdtUsdRate : ONE, PLACES);
  return quotient && decimalText(quotient);
}

/** The product as decimal text, or null when one of them is no number: 0.0076 × 100, base volume × price. */
export function product(a: unknown, b: unknown): string | null {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left && right && decimalText(multiply(left, right));
}

/** A code as text, whether it is sent as text or as a number; null for anything else. */
export const codeText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** A time as ms since the epoch: ms as a number or as text, or an ISO date; NaN for anything else. */
export function parseTimestamp(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 40) return Number.NaN;
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
}

/** A header that is a whole number, else null. */
export function headerNumber({ headers = {} }: Answer, name: string): number | null {
  const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A window longer than this is no rate limit: the header means something else. */
const LONGEST_WINDOW = 10 * 60_000;

/** The allowance that figures of headers make, or null when one of them is missing or cannot be. */
export function buildBudget(
  answeredAt: number,
  remaining: number | null,
  limit: number | null,
  resetAt: number | null,
): Budget | null {
  if (remaining === null || limit === null || resetAt === null || limit === 0) return null;
  const last = answeredAt + LONGEST_WINDOW;
  return {
    remaining: Math.min(Math.max(0, remaining), limit),
    limit,
    resetAt: Math.min(Math.max(resetAt, answeredAt), last),
  };
}
