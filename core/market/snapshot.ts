import type { CurrencyCode } from '../money/currency.ts';
import { type Decimal, decimalOf, multiply } from '../money/decimal.ts';
import type { Quote } from './quote.ts';

/** Exchange rates from one source. */
export interface FxRates {
  /** Id of the source. */
  readonly source: string;
  /** Date of the rates, from the source: `2025-10-10`. Lags on weekends. */
  readonly date: string;
  /** When they were fetched, ms since the epoch. */
  readonly at: number;
  /** Units of a currency for one US dollar, decimal text. */
  readonly perUsd: Readonly<Partial<Record<CurrencyCode, string>>>;
}

/** Everything a view needs to show prices. The background writes it; the views watch it. */
export interface Snapshot {
  readonly v: 2;
  /** By CoinGecko id. */
  readonly quotes: Readonly<Record<string, Quote>>;
  readonly fx: FxRates | null;
  /** Price of one USDT in US dollars, decimal text; null until a source provides it. */
  readonly usdtUsd: { readonly rate: string; readonly at: number; readonly source: string } | null;
  /** Coin ids by market cap, largest first, and when that was fetched. */
  readonly hot: { readonly ids: readonly string[]; readonly at: number } | null;
  /** Coin ids by number of searches, most first, and when that was fetched. */
  readonly trending: { readonly ids: readonly string[]; readonly at: number } | null;
  /** Set while no source answers: since when, and how each failed (a FailureKind, or one of a later version). */
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

// A quote dated further ahead was stored before the clock was set back; it must not block all later ones.
const CLOCK_SLACK_MS = 60_000;

/** Adds quotes to the known ones. Per coin the newest wins: a slow response never overwrites a later one. */
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
 * Returns the units of `currency` for one USDT, or null while unknown.
 * USDT counts as one US dollar until a source provides its price.
 */
export function ratePerUsdt(snapshot: Snapshot, currency: CurrencyCode): Decimal | null {
  const perUsd = currency === 'USD' ? '1' : snapshot.fx?.perUsd[currency];
  return perUsd === undefined ? null : multiply(decimalOf(perUsd), decimalOf(snapshot.usdtUsd?.rate ?? '1'));
}
