import type { Quote } from './quote.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * loading: nothing known yet, a first answer is awaited. live: as new as the refresh period promises. delayed: older than
 * that. stale: no source answers, or far too old. offline: the browser has no network, or nothing was ever had.
 */
export type Freshness = 'loading' | 'live' | 'delayed' | 'stale' | 'offline';

const SLACK_MS = 30_000;
const STALE_AFTER_MS = 10 * 60_000;

/** What is true of the time around a price. */
export interface Circumstances {
  /** Ms since the epoch. */
  readonly now: number;
  /** The reader's refresh period in ms. */
  readonly periodMs: number;
  /** `navigator.onLine`. */
  readonly online: boolean;
}

/**
 * The state to show for prices from time `at`.
 * @param at newest price time, ms since the epoch, or null when there is none
 * @param trouble no source answered the last time
 */
export function freshness(at: number | null, trouble: boolean, around: Circumstances): Freshness {
  if (at === null) return trouble || !around.online ? 'offline' : 'loading';
  if (!around.online) return 'offline';
  const age = around.now - at;
  if (trouble || age > Math.max(STALE_AFTER_MS, 3 * around.periodMs)) return 'stale';
  return age > around.periodMs + SLACK_MS ? 'delayed' : 'live';
}

/** Who the prices are from and when, for a heading over several rows. */
export interface PrimarySource {
  readonly source: string | null;
  readonly at: number | null;
}

/**
 * The source most of the shown rows are from, and the time of its newest price.
 * USDT does not vote: its price is 1 by definition.
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

/** The lead of everything in a snapshot for the given coins. */
export const primarySourceOfSnapshot = (snapshot: Snapshot, ids: readonly string[]): PrimarySource =>
  primarySourceOf(
    ids.map((id) => snapshot.quotes[id]),
    ids,
  );
