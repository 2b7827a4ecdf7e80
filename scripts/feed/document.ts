import { COINS } from '../../core/market/coin-catalog.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { FEED_FRESH_MS, type Feed, type FeedPrice } from '../../providers/feed.ts';

/** Quotes that differ by less than this share one time, the earliest, which spares each a time of its own. */
const ONE_TIME_MS = 10_000;
/** After this a document is written again although no figure has changed, before readers take it for stale. */
const CONFIRM_MS = 5 * 60_000;

/**
 * The document out of what the sources have told. No price is dated later than it is.
 * @param most how many coins, biggest first; null for all
 * @param labels names of sources by id
 * @returns null when no price is new enough
 */
export function feedOf(
  snapshot: Snapshot,
  most: number | null,
  labels: ReadonlyMap<string, string>,
  now: number,
): Feed | null {
  const ranked = [...new Set([...(snapshot.hot?.ids ?? []), ...COINS.map(({ id }) => id)])];
  const quotes = ranked
    .flatMap((id): [string, Quote][] => {
      const quote = Object.hasOwn(snapshot.quotes, id) ? snapshot.quotes[id] : undefined;
      return quote && now - quote.at <= FEED_FRESH_MS ? [[id, quote]] : [];
    })
    .slice(0, most ?? undefined);
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
  return Math.min(...times.filter((at) => newest - at < ONE_TIME_MS));
}

const timeText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const priceOf = (quote: Quote, shared: number): FeedPrice => ({
  last: quote.last,
  change24h: quote.change24h,
  // Whole USDT: it says how much is traded, and nobody counts it.
  ...(quote.volume24h !== undefined && { volume24h: quote.volume24h.replace(/\..*/, '') }),
  ...(quote.at < shared && { at: timeText(quote.at) }),
});

/**
 * Is this document worth writing? Not when nothing but times has changed: who has the old one is then told so in two hundred
 * bytes. Unless the old one would soon count as stale.
 * @param before the document that stands; null for none
 */
export function isNews(feed: Feed, before: Feed | null): boolean {
  if (!before || figures(feed) !== figures(before)) return true;
  return Date.parse(feed.at) - Date.parse(before.at) >= CONFIRM_MS;
}

const figures = (feed: Feed): string =>
  JSON.stringify(feed, (key, value: unknown) => (key === 'at' ? undefined : value));
