import { COIN_BY_ID } from './coin.ts';
import { CURRENCY_CODES, type CurrencyCode } from './currency.ts';
import { decimalText, multiply, parseDecimal } from './decimal.ts';
import { FAILURE_KINDS, type FailureKind } from './failure.ts';
import { isRecord, own } from './parse.ts';
import type { Quote } from './quote.ts';

/** Exchange rates as one source told them. */
export interface FxRates {
  /** Id of the source. */
  readonly source: string;
  /** The day the rates are of, as the source says: `2025-10-10`. Weekend dates lag. */
  readonly date: string;
  /** When they were fetched, ms since the epoch. */
  readonly at: number;
  /** Units of a currency for one US dollar, decimal text. */
  readonly perUsd: Readonly<Partial<Record<CurrencyCode, string>>>;
}

/** Everything a view needs to show prices. The background writes it, every view watches it. */
export interface Snapshot {
  readonly v: 1;
  /** By CoinGecko id. */
  readonly quotes: Readonly<Record<string, Quote>>;
  readonly fx: FxRates | null;
  /** What one USDT costs in US dollars, decimal text; null until a source has told. */
  readonly usdtUsd: { readonly rate: string; readonly at: number; readonly source: string } | null;
  /** Coins by market cap, biggest first, and when that was told. */
  readonly hot: { readonly ids: readonly string[]; readonly at: number } | null;
  /** Set while no source answers: since when, and what each said. */
  readonly trouble: {
    readonly since: number;
    readonly failures: readonly { readonly source: string; readonly kind: FailureKind }[];
  } | null;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  v: 1,
  quotes: {},
  fx: null,
  usdtUsd: null,
  hot: null,
  trouble: null,
};

// A quote dated this far ahead was stored before the clock was set back; it must not shut out all that follow.
const CLOCK_SLACK_MS = 60_000;

/** Adds quotes to those already known. Per coin the newest wins, so a slow answer never overwrites a later one. */
export function mergeQuotes(
  known: Snapshot['quotes'],
  fresh: ReadonlyMap<string, Quote>,
  now: number,
): Snapshot['quotes'] {
  const merged: Record<string, Quote> = { ...known };
  for (const [id, quote] of fresh) {
    const before = merged[id];
    if (before && before.at > quote.at && before.at <= now + CLOCK_SLACK_MS) continue;
    merged[id] = quote;
  }
  return merged;
}

/**
 * Units of `currency` for one USDT, decimal text, or undefined while unknown.
 * USDT counts as one US dollar until a source has told what it costs.
 */
export function ratePerUsdt(snapshot: Snapshot, currency: CurrencyCode): string | undefined {
  const perUsd = currency === 'USD' ? '1' : snapshot.fx?.perUsd[currency];
  const rate = parseDecimal(perUsd);
  const peg = parseDecimal(snapshot.usdtUsd?.rate ?? '1');
  return rate && peg ? decimalText(multiply(rate, peg)) : undefined;
}

const text = (value: unknown, longest: number): string | null =>
  typeof value === 'string' && value.length > 0 && value.length <= longest ? value : null;

const moment = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;

const positive = (value: unknown): string | null => {
  const number = typeof value === 'string' ? parseDecimal(value) : null;
  return number && number.digits > 0n ? (value as string) : null;
};

function parseQuote(raw: unknown): Quote | null {
  if (!isRecord(raw)) return null;
  const last = positive(raw.last);
  const source = text(raw.source, 24);
  const at = moment(raw.at);
  if (!last || !source || !at) return null;
  const change24h = typeof raw.change24h === 'string' && parseDecimal(raw.change24h) ? raw.change24h : null;
  return { last, change24h, source, at };
}

function parseFx(raw: unknown): FxRates | null {
  if (!isRecord(raw) || !isRecord(raw.perUsd)) return null;
  const source = text(raw.source, 24);
  const date = text(raw.date, 10);
  const at = moment(raw.at);
  if (!source || !date || !at) return null;
  const perUsd: Partial<Record<CurrencyCode, string>> = {};
  for (const code of CURRENCY_CODES) {
    const rate = positive(own(raw.perUsd, code));
    if (rate) perUsd[code] = rate;
  }
  return { source, date, at, perUsd };
}

function parseTrouble(raw: unknown): Snapshot['trouble'] {
  if (!isRecord(raw) || !Array.isArray(raw.failures)) return null;
  const since = moment(raw.since);
  if (!since) return null;
  const failures = raw.failures.slice(0, 20).flatMap((entry: unknown) => {
    const source = isRecord(entry) ? text(entry.source, 24) : null;
    const kind = FAILURE_KINDS.find((known) => isRecord(entry) && entry.kind === known);
    return source && kind ? [{ source, kind }] : [];
  });
  return { since, failures };
}

/**
 * Reads a stored snapshot as if an enemy had written it (a page's renderer may have): known coins only, every field
 * checked, nothing inherited. What does not hold is left out; the rest stays.
 */
export function parseSnapshot(raw: unknown): Snapshot {
  if (!isRecord(raw) || raw.v !== 1) return EMPTY_SNAPSHOT;
  const stored = isRecord(raw.quotes) ? raw.quotes : {};
  const quotes: Record<string, Quote> = {};
  for (const id of COIN_BY_ID.keys()) {
    const quote = parseQuote(own(stored, id));
    if (quote) quotes[id] = quote;
  }
  const hot = isRecord(raw.hot) && Array.isArray(raw.hot.ids) ? raw.hot : null;
  const hotAt = moment(hot?.at);
  const peg = isRecord(raw.usdtUsd) ? raw.usdtUsd : {};
  const [rate, pegAt, pegSource] = [positive(peg.rate), moment(peg.at), text(peg.source, 24)];
  return {
    v: 1,
    quotes,
    fx: parseFx(raw.fx),
    usdtUsd: rate && pegAt && pegSource ? { rate, at: pegAt, source: pegSource } : null,
    hot: hot && hotAt ? { at: hotAt, ids: knownIds(hot.ids as unknown[]) } : null,
    trouble: parseTrouble(raw.trouble),
  };
}

const knownIds = (ids: unknown[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && COIN_BY_ID.has(id))),
];
