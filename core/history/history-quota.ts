/** What is kept beside the coins' pasts: which are stored, and how much may still be asked for. */
export interface HistoryIndex {
  readonly v: 1;
  /** Coins whose past is stored, the one fetched last first. */
  readonly ids: readonly string[];
  /** Requests for past prices that may still be made, as of `tokensAt` (ms since the epoch; 0 for never). */
  readonly tokens: number;
  readonly tokensAt: number;
}

export const NO_HISTORY_INDEX: HistoryIndex = { v: 1, ids: [], tokens: 0, tokensAt: 0 };

/** More coins than anybody looks at in a day; some 3 kB each. */
export const MOST_STORED = 60;

/**
 * All requests for past prices together, whoever wishes them: a bucket of 60 that fills in an hour, so that no hour sees more
 * than 120. A news page decides which coins are asked for, and it must not be able to make a reader hammer a source.
 */
export const MOST_AT_ONCE = 60;
const REFILL_MS = 60 * 60_000;

/** Requests that may be made now. After a clock was set back: a full bucket once, which no page can bring about. */
export function tokensLeft({ tokens, tokensAt }: HistoryIndex, now: number): number {
  if (tokensAt === 0 || now < tokensAt) return MOST_AT_ONCE;
  const refilled = ((now - tokensAt) / REFILL_MS) * MOST_AT_ONCE;
  return Math.min(MOST_AT_ONCE, tokens + refilled);
}

/** The stored coins after some were fetched, and those that have to go for it. */
export function withFetched(
  known: readonly string[],
  fetched: readonly string[],
): { readonly kept: readonly string[]; readonly dropped: readonly string[] } {
  const all = [...new Set([...fetched, ...known])];
  return { kept: all.slice(0, MOST_STORED), dropped: all.slice(MOST_STORED) };
}
