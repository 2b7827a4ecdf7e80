import type { Quote } from './quote.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * loading: no price yet, the first response is pending. live: not older than the refresh period. delayed: older than that.
 * stale: no source answers, or the price is far too old. offline: the browser has no network, or no price was ever fetched.
 */
export type Freshness = 'loading' | 'live' | 'delayed' | 'stale' | 'offline';

const SLACK_MS = 30_000;
const STALE_AFTER_MS = 10 * 60_000;

/** What freshness depends on besides the price. */
export interface Circumstances {
  /** Ms since the epoch. */
  readonly now: number;
  /** The reader's refresh period in ms. */
  readonly periodMs: number;
  /** `navigator.onLine`. */
  readonly online: boolean;
}

/**
 * Returns the state to show for prices from time `at`.
 * @param at time of the newest price, ms since the epoch, or null if there is none
 * @param trouble no source answered in the last refresh
 */
export function freshness(at: number | null, trouble: boolean, around: Circumstances): Freshness {
  if (at === null) return trouble || !around.online ? 'offline' : 'loading';
  if (!around.online) return 'offline';
  const age = around.now - at;
  if (trouble || age > Math.max(STALE_AFTER_MS, 3 * around.periodMs)) return 'stale';
  return age > around.periodMs + SLACK_MS ? 'delayed' : 'live';
}

/** The source and time of several rows, for their heading. */
export interface PrimarySource {
  readonly source: string | null;
  readonly at: number | null;
}

/**
 * Returns the source of most shown rows, and the time of its newest price. USDT does not count: its price is 1 by definition.
 */
export function primarySourceOf(
  quotes: readonly (Quote | undefined)[],
  ids: readonly string[],
): PrimarySource {
  const votes = new Map<string, { count: number; at: number }>();
  quotes.forEach((quote, index) => {
    if (!quote || ids[index] === 'tether') return;
    const vote = votes.get(quote.source) ?? { count: 0, at: 0 };
    votes.set(quote.source, { count: vote.count + 1, at: Math.max(vote.at, quote.at) });
  });
  const [winner] = [...votes].sort(([, a], [, b]) => b.count - a.count);
  return winner ? { source: winner[0], at: winner[1].at } : { source: null, at: null };
}

/** The same for the given coins of a snapshot. */
export const primarySourceOfSnapshot = (snapshot: Snapshot, ids: readonly string[]): PrimarySource =>
  primarySourceOf(
    ids.map((id) => snapshot.quotes[id]),
    ids,
  );
