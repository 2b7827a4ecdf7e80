import { COINS } from '../../core/market/coin-catalog.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { FEED_FRESH_MS, type Feed, type FeedPrice } from '../../providers/feed.ts';

/** Quotes that differ by less than this, in ms, share the earliest time, which saves a time per quote. */
const SHARED_TIME_MS = 10_000;
/** An unchanged document is written again after this, in ms, before clients treat it as stale. */
const REWRITE_MS = 5 * 60_000;

/**
 * Builds the document from the sources' quotes. No price is dated later than it is.
 * @param maxCoins maximum number of coins, largest first; null for all
 * @param labels source labels by id
 * @returns null if no price is recent
 */
export function feedOf(
  snapshot: Snapshot,
  maxCoins: number | null,
  labels: ReadonlyMap<string, string>,
  now: number,
): Feed | null {
  const ranked = [...new Set([...(snapshot.hot?.ids ?? []), ...COINS.map(({ id }) => id)])];
  const quotes = ranked
    .flatMap((id): [string, Quote][] => {
      const quote = Object.hasOwn(snapshot.quotes, id) ? snapshot.quotes[id] : undefined;
      return quote && now - quote.at <= FEED_FRESH_MS ? [[id, quote]] : [];
    })
    .slice(0, maxCoins ?? undefined);
  if (quotes.length === 0) return null;
  const at = sharedTime(quotes.map(([, quote]) => quote.at));
  const sources = [...new Set(quotes.map(([, { source }]) => labels.get(source) ?? source))];
  const { fx, usdtUsd, hot } = snapshot;
  const quoted = new Set(quotes.map(([id]) => id));
  return {
    v: 1,
    at: timeText(at),
    source: sources.join(', ').slice(0, 80),
    prices: Object.fromEntries(quotes.map(([id, quote]) => [id, priceOf(quote, at)])),
    ...(usdtUsd && { usdtUsd: usdtUsd.rate }),
    ...(fx && { fx: { date: fx.date, perUsd: fx.perUsd } }),
    ...(hot && { hot: hot.ids.filter((id) => quoted.has(id)) }),
  };
}

function sharedTime(times: readonly number[]): number {
  const newest = Math.max(...times);
  return Math.min(...times.filter((at) => newest - at < SHARED_TIME_MS));
}

const timeText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const priceOf = (quote: Quote, shared: number): FeedPrice => ({
  last: quote.last,
  change24h: quote.change24h,
  // Whole USDT: a volume needs no decimals.
  ...(quote.volume24h !== undefined && { volume24h: quote.volume24h.replace(/\..*/, '') }),
  ...(quote.at < shared && { at: timeText(quote.at) }),
});

/**
 * Whether the document is worth writing: not if only times changed, since clients then get a 304 of two hundred bytes;
 * unless the old document would soon be stale.
 * @param before the existing document; null for none
 */
export function isChanged(feed: Feed, before: Feed | null): boolean {
  if (!before || figures(feed) !== figures(before)) return true;
  return Date.parse(feed.at) - Date.parse(before.at) >= REWRITE_MS;
}

const figures = (feed: Feed): string =>
  JSON.stringify(feed, (key, value: unknown) => (key === 'at' ? undefined : value));
