import type { CurrencyCode } from '../money/currency.ts';
import { type Decimal, decimalOf, multiply } from '../money/decimal.ts';
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
