import type { Budget } from './budget.ts';
import { decimalText, divide, multiply, parseDecimal } from './decimal.ts';
import { type Answer, failed, type Result, success } from './failure.ts';
import { isRecord, own } from './parse.ts';
import { makeQuote, type Quote } from './quote.ts';

/** One row of an answer. Only its own fields count, and none is trusted. */
export type Row = Readonly<Record<string, unknown>>;

/** What a row says of a coin, as it stands there: prices and amounts as text or as numbers. */
interface Line {
  /** In USDT. */
  readonly last: unknown;
  /** In percent. */
  readonly change24h: unknown;
  /** Ms since the epoch, NaN when it does not say. */
  readonly at: number;
  /** In USDT. */
  readonly volume24h: unknown;
}

/** How a source's rows are read. */
export interface RowReader {
  /** Id of the provider. */
  readonly source: string;
  /** The field that names the coin, and coins by the names they have there. */
  readonly key: string;
  readonly coins: ReadonlyMap<string, string>;
  line(row: Row): Line;
}

/**
 * Quotes of the wanted coins. Rows of other coins, and rows that make no quote, are passed over; of a coin told twice the
 * younger row counts, and of two of the same age the last.
 * Fails with `empty` when no row is of a wanted coin, with `bad-shape` when those that are, or all, cannot be read.
 */
export function readQuotes(
  reader: RowReader,
  rows: readonly unknown[],
  ids: readonly string[],
  answeredAt: number,
): Result<ReadonlyMap<string, Quote>> {
  const { source, key, coins } = reader;
  const wanted = new Set(ids);
  const quotes = new Map<string, Quote>();
  let [ours, others] = [0, 0];
  for (const raw of rows) {
    const name = isRecord(raw) ? codeText(own(raw, key)) : null;
    if (!isRecord(raw) || name === null) continue;
    const id = coins.get(name);
    if (id === undefined || !wanted.has(id)) {
      others += 1;
      continue;
    }
    ours += 1;
    // A copy without a prototype: a field that was not sent is not there.
    const row: Row = Object.assign(Object.create(null), raw);
    const quote = makeQuote({ ...reader.line(row), source, answeredAt });
    if (quote && quote.at >= (quotes.get(id)?.at ?? 0)) quotes.set(id, quote);
  }
  if (quotes.size > 0) return success(quotes);
  return failed(rows.length > 0 && (ours > 0 || others === 0) ? 'bad-shape' : 'empty');
}

/** Which of a source's coins are among the names it lists now. A list of none of them is wrong: not all coins are gone. */
export function readListing(
  coins: ReadonlyMap<string, string>,
  names: readonly unknown[],
): Result<ReadonlySet<string>> {
  const texts = names.filter((name) => typeof name === 'string');
  const listed = new Set(texts.flatMap((name) => coins.get(name) ?? []));
  if (listed.size > 0) return success(listed);
  return failed(names.length > 0 && texts.length === 0 ? 'bad-shape' : 'empty');
}

const ONE = { digits: 1n, scale: 0 };
const PLACES = 18;

/** An amount in dollars as an amount in USDT, decimal text. @param usdtUsd dollars for one USDT; one when absent */
export function inUsdt(usd: unknown, usdtUsd: unknown): string | null {
  const amount = parseDecimal(usd);
  const peg = parseDecimal(usdtUsd);
  const quotient = amount && divide(amount, peg && peg.digits > 0n ? peg : ONE, PLACES);
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
export function moment(value: unknown): number {
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
export function makeBudget(
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
