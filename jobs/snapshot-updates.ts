import type { Quote } from '../core/market/quote.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import { parseDecimal } from '../core/money/decimal.ts';
import type { Health } from '../core/sources/host-health.ts';
import {
  GAP_INTERVAL_MS,
  HOT_INTERVAL_MS,
  MISSING_RETRY_MS,
  SIDE_RETRY_MS,
} from '../core/sources/intervals.ts';
import type { SourceResponse } from '../core/sources/price-source.ts';
import type { FallbackOutcome } from './source-fallback.ts';

/** A 24-hour change older than this is dropped. */
const CHANGE_LIFE_MS = 2 * HOT_INTERVAL_MS;
/** Rates outside this range mean that USDT lost its peg or that the source is wrong. */
const USDT_USD_BOUNDS = { least: 0.5, most: 2 };

/** Sets `unchangedSince` on quotes that repeat the source's previous price. */
export function markUnchanged(quotes: Map<string, Quote>, before: Snapshot['quotes']): void {
  for (const [id, quote] of quotes) {
    const known = before[id];
    if (known?.source !== quote.source || known.last !== quote.last || id === 'tether') continue;
    quotes.set(id, { ...quote, unchangedSince: known.unchangedSince ?? known.at });
  }
}

/** One USDT costs one USDT by definition. Only its change needs a source; without one it is null, never made up. */
export function withUsdt(quotes: Snapshot['quotes'], source: string | null, now: number): Snapshot['quotes'] {
  if (!source) return quotes;
  const known = quotes.tether;
  if (known && now - known.at < CHANGE_LIFE_MS) return quotes;
  return { ...quotes, tether: { last: '1', change24h: null, source, at: now } };
}

/** Returns the first plausible USDT/USD rate. */
export function usdtUsdRateOf(
  responses: readonly { readonly source: string; readonly response: SourceResponse }[],
): { readonly rate: string; readonly source: string } | null {
  const known = responses.flatMap(({ source, response: { usdtUsd } }) => {
    const rate = parseDecimal(usdtUsd);
    const about = rate ? Number(usdtUsd) : 0;
    return usdtUsd && about > USDT_USD_BOUNDS.least && about < USDT_USD_BOUNDS.most
      ? [{ rate: usdtUsd, source }]
      : [];
  });
  return known[0] ?? null;
}

export function gapsAfter(
  prices: FallbackOutcome,
  isRanked: boolean,
  { hot }: Snapshot,
  now: number,
): Partial<Health['next']> {
  // The full ranking includes the coins that the first source lacks.
  if (prices.gaps === 'answered' || isRanked) return { gaps: now + GAP_INTERVAL_MS };
  if (prices.gaps === 'failed') return { gaps: now + (hot === null ? MISSING_RETRY_MS : SIDE_RETRY_MS) };
  return {};
}

export function troubleAfter(
  before: Snapshot,
  prices: FallbackOutcome,
  providers: readonly { readonly id: string }[],
  now: number,
): Snapshot['trouble'] {
  if (prices.source !== null) return null;
  // In bundled order: the request order changes with every failure, and each change would notify all pages.
  const rank = (source: string): number => providers.findIndex(({ id }) => id === source);
  const failures = prices.failures
    .toSorted((a, b) => rank(a.source) - rank(b.source))
    // `backing-off` adds no information; keep the failure of the last real request.
    .map((failure) => {
      const previous = before.trouble?.failures.find(({ source }) => source === failure.source);
      return failure.kind === 'backing-off' && previous ? previous : failure;
    });
  return { since: before.trouble?.since ?? now, failures };
}
