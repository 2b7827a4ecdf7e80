/** Stored beside the coins' histories: which coins are stored, and the remaining request quota. */
export interface HistoryIndex {
  readonly v: 1;
  /** Coins with stored history, most recently fetched first. */
  readonly ids: readonly string[];
  /** Remaining requests for past prices as of `tokensAt` (ms since the epoch; 0 for never). */
  readonly tokens: number;
  readonly tokensAt: number;
}

export const NO_HISTORY_INDEX: HistoryIndex = { v: 1, ids: [], tokens: 0, tokensAt: 0 };

/** More coins than anyone views in a day, at about 3 kB each. */
export const MAX_STORED = 60;

/**
 * Size of the token bucket for all requests for past prices. It refills in an hour, so no hour allows more than 120
 * requests. News pages decide which coins are requested, and must not be able to make the extension flood a source.
 */
export const MAX_AT_ONCE = 60;
const REFILL_MS = 60 * 60_000;

/**
 * Returns the number of requests allowed now. A clock that was set back grants one full bucket; pages cannot cause
 * that.
 */
export function tokensLeft({ tokens, tokensAt }: HistoryIndex, now: number): number {
  if (tokensAt === 0 || now < tokensAt) return MAX_AT_ONCE;
  const refilled = ((now - tokensAt) / REFILL_MS) * MAX_AT_ONCE;
  return Math.min(MAX_AT_ONCE, tokens + refilled);
}

/** Returns the stored coins after some were fetched, and the coins to drop. */
export function withFetched(
  known: readonly string[],
  fetched: readonly string[],
): { readonly kept: readonly string[]; readonly dropped: readonly string[] } {
  const all = [...new Set([...fetched, ...known])];
  return { kept: all.slice(0, MAX_STORED), dropped: all.slice(MAX_STORED) };
}
