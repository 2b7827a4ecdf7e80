import { COIN_ID } from './coin.ts';
import type { CurrencyCode } from './currency.ts';
import { decimalText, multiply, parseDecimal } from './decimal.ts';
import { readRates } from './fx.ts';
import { isRecord, readShape } from './parse.ts';
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
  /** Coins most looked for, most first, and when that was told. */
  readonly trending: { readonly ids: readonly string[]; readonly at: number } | null;
  /** Set while no source answers: since when, and what each said (a FailureKind, or one of a later version). */
  readonly trouble: {
    readonly since: number;
    readonly failures: readonly { readonly source: string; readonly kind: string }[];
  } | null;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  v: 1,
  quotes: {},
  fx: null,
  usdtUsd: null,
  hot: null,
  trending: null,
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

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length < 25;

const isMoment = (value: unknown): value is number => Number.isFinite(value) && (value as number) > 0;

// Stored figures are plain decimal text. A pattern, not the decimal reader: every page checks every coin.
const isDecimal = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d{1,30}(\.\d{1,40})?$/.test(value);

const isPositive = (value: unknown): value is string =>
  isDecimal(value) && !value.startsWith('-') && /[1-9]/.test(value);

const isChange = (value: unknown): value is string | null => value === null || isDecimal(value);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && COIN_ID.test(value);

const QUOTE = { last: isPositive, change24h: isChange, source: isName, at: isMoment };
const PEG = { rate: isPositive, at: isMoment, source: isName };
const FX = { source: isName, date: isName, at: isMoment, perUsd: isRecord };
const HOT = { ids: isList, at: isMoment };
const TROUBLE = { since: isMoment, failures: isList };
const FAILURE = { source: isName, kind: isName };

/**
 * Reads a stored snapshot as if an enemy had written it (a page's renderer may have): every key and field is
 * checked, nothing is inherited. What does not hold is left out; the rest stays.
 */
export function parseSnapshot(raw: unknown): Snapshot {
  if (!isRecord(raw) || raw.v !== 1) return EMPTY_SNAPSHOT;
  const quotes: Record<string, Quote> = {};
  for (const [id, value] of Object.entries(isRecord(raw.quotes) ? raw.quotes : {})) {
    const quote = isId(id) && readShape(value, QUOTE);
    if (quote) quotes[id] = { ...quote, ...readExtras(value as Record<string, unknown>) };
  }
  const fx = readShape(raw.fx, FX);
  const trouble = readShape(raw.trouble, TROUBLE);
  return {
    v: 1,
    quotes,
    fx: fx && { ...fx, perUsd: readRates(fx.perUsd) },
    usdtUsd: readShape(raw.usdtUsd, PEG),
    hot: readList(raw.hot),
    trending: readList(raw.trending),
    trouble: trouble && {
      ...trouble,
      failures: trouble.failures.flatMap((failure) => readShape(failure, FAILURE) ?? []),
    },
  };
}

function readList(raw: unknown): Snapshot['hot'] {
  const list = readShape(raw, HOT);
  return list && { ...list, ids: list.ids.filter(isId) };
}

/** What only some quotes have. */
function readExtras(raw: Record<string, unknown>): Pick<Quote, 'volume24h' | 'stillSince' | 'disputedBy'> {
  const { volume24h, stillSince, disputedBy } = raw;
  return {
    ...(isDecimal(volume24h) && { volume24h }),
    ...(isMoment(stillSince) && { stillSince }),
    ...(isName(disputedBy) && { disputedBy }),
  };
}
