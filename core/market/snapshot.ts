import type { CurrencyCode } from '../money/currency.ts';
import { type Decimal, decimalOf, multiply } from '../money/decimal.ts';
import { isRecord, parseShape } from '../storage/guards.ts';
import { COIN_ID } from './coin.ts';
import { readRates } from './fx-rates.ts';
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
  readonly v: 2;
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
  v: 2,
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
 * Units of `currency` for one USDT, or null while unknown.
 * USDT counts as one US dollar until a source has told what it costs.
 */
export function ratePerUsdt(snapshot: Snapshot, currency: CurrencyCode): Decimal | null {
  const perUsd = currency === 'USD' ? '1' : snapshot.fx?.perUsd[currency];
  return perUsd === undefined ? null : multiply(decimalOf(perUsd), decimalOf(snapshot.usdtUsd?.rate ?? '1'));
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length < 25;

const isTimestamp = (value: unknown): value is number => Number.isFinite(value) && (value as number) > 0;

// Stored figures are plain decimal text. A pattern, not the decimal reader: every page checks every coin.
const isDecimalText = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d{1,30}(\.\d{1,40})?$/.test(value);

const isPositiveText = (value: unknown): value is string =>
  isDecimalText(value) && !value.startsWith('-') && /[1-9]/.test(value);

const isChange = (value: unknown): value is string | null => value === null || isDecimalText(value);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && COIN_ID.test(value);

const QUOTE = { last: isPositiveText, change24h: isChange, source: isShortText, at: isTimestamp };
const USDT_USD = { rate: isPositiveText, at: isTimestamp, source: isShortText };
const FX = { source: isShortText, date: isShortText, at: isTimestamp, perUsd: isRecord };
const HOT = { ids: isList, at: isTimestamp };
const TROUBLE = { since: isTimestamp, failures: isList };
const FAILURE = { source: isShortText, kind: isShortText };

/**
 * Reads a stored snapshot as if an enemy had written it (a page's renderer may have): every key and field is
 * checked, nothing is inherited. What does not hold is left out; the rest stays.
 */
export function parseSnapshot(raw: unknown): Snapshot {
  if (!isRecord(raw) || (raw.v !== 1 && raw.v !== 2)) return EMPTY_SNAPSHOT;
  const quotes: Record<string, Quote> = {};
  for (const [id, value] of Object.entries(isRecord(raw.quotes) ? raw.quotes : {})) {
    const quote = isId(id) && parseShape(value, QUOTE);
    if (!quote || !isRecord(value)) continue;
    quotes[id] = { ...quote, ...parseOptionalFields(raw.v === 1 ? fromVersion1(value) : value) };
  }
  const fx = parseShape(raw.fx, FX);
  const trouble = parseShape(raw.trouble, TROUBLE);
  return {
    v: 2,
    quotes,
    fx: fx && { ...fx, perUsd: readRates(fx.perUsd) },
    usdtUsd: parseShape(raw.usdtUsd, USDT_USD),
    hot: parseIdList(raw.hot),
    trending: parseIdList(raw.trending),
    trouble: trouble && {
      ...trouble,
      failures: trouble.failures.flatMap((failure) => parseShape(failure, FAILURE) ?? []),
    },
  };
}

/** Version 1 stored `unchangedSince` under another name. */
const fromVersion1 = (quote: Record<string, unknown>): Record<string, unknown> => ({
  ...quote,
  unchangedSince: quote.stillSince,
});

function parseIdList(raw: unknown): Snapshot['hot'] {
  const list = parseShape(raw, HOT);
  return list && { ...list, ids: list.ids.filter(isId) };
}

/** What only some quotes have. */
function parseOptionalFields(
  raw: Record<string, unknown>,
): Pick<Quote, 'volume24h' | 'unchangedSince' | 'disputedBy'> {
  const { volume24h, unchangedSince, disputedBy } = raw;
  return {
    ...(isDecimalText(volume24h) && { volume24h }),
    ...(isTimestamp(unchangedSince) && { unchangedSince }),
    ...(isShortText(disputedBy) && { disputedBy }),
  };
}
