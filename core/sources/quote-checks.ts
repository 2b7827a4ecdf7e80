import { PEGGED } from '../market/coin-catalog.ts';
import type { Quote } from '../market/quote.ts';
import { compare, type Decimal, decimalOf, multiply, subtract } from '../money/decimal.ts';

// No coin has ever cost more or less than this in USDT; beyond, the venue has misplaced a decimal point.
const MAX_PRICE: Decimal = { digits: 100_000_000n, scale: 0 };
const MIN_PRICE: Decimal = { digits: 1n, scale: 15 };
/** Sources disagree if their prices differ by more than this. */
const DISAGREE_PERCENT = 2;
/** A price that moves by more than this between two refreshes is shown only after a second source has confirmed it. */
const JUMP_PERCENT = 20;
/** A price that has not changed for this long, ms, while most others did, may be stuck. */
const STUCK_MS = 10 * 60_000;
/** Only coins that were requested again within this time, ms, are checked. */
const OFTEN_MS = 3 * 60_000;

/** Checks whether a coin can have this price. */
export function isPlausible({ last }: Pick<Quote, 'last'>): boolean {
  const price = decimalOf(last);
  return compare(price, MIN_PRICE) >= 0 && compare(price, MAX_PRICE) <= 0;
}

/** Checks the age of a quote: the ticker of a suspended pair keeps its last trade. */
export const isRecent = ({ at }: Pick<Quote, 'at'>, freshMs: number, now: number): boolean =>
  now - at <= freshMs;

/** Checks whether two prices differ by more than `percent` of the smaller one. */
function differ(a: string, b: string, percent: number): boolean {
  const [one, other] = [decimalOf(a), decimalOf(b)];
  const gap = subtract(one, other);
  const smaller = compare(one, other) < 0 ? one : other;
  const size = { digits: gap.digits < 0n ? -gap.digits : gap.digits, scale: gap.scale };
  return (
    compare(
      multiply(size, { digits: 100n, scale: 0 }),
      multiply(smaller, { digits: BigInt(percent), scale: 0 }),
    ) > 0
  );
}

export const disagree = (a: Pick<Quote, 'last'>, b: Pick<Quote, 'last'>): boolean =>
  differ(a.last, b.last, DISAGREE_PERCENT);

export const jumped = (fresh: Pick<Quote, 'last'>, before: Pick<Quote, 'last'> | undefined): boolean =>
  before !== undefined && differ(fresh.last, before.last, JUMP_PERCENT);

/**
 * Returns the coins whose price has not changed for ten minutes while more than half of the others moved.
 * @param quotes the new quotes
 * @param before the previous quotes
 */
export function stuckCoins(
  quotes: ReadonlyMap<string, Quote>,
  before: Readonly<Record<string, Quote>>,
): string[] {
  const known = [...quotes].filter(([id, quote]) => !PEGGED.has(id) && before[id]?.source === quote.source);
  const still = known.filter(([id, quote]) => before[id]?.last === quote.last);
  if (known.length - still.length <= known.length / 2) return [];
  return still
    .filter(([id, quote]) => {
      // Two equal prices half an hour apart prove nothing.
      const isPolled = quote.at - (before[id]?.at ?? 0) < OFTEN_MS;
      return isPolled && quote.at - (quote.unchangedSince ?? quote.at) >= STUCK_MS;
    })
    .map(([id]) => id);
}

/** A source has stalled if this many coins are all unchanged for this long, ms: no market is that quiet. */
const STALLED = { coins: 10, ms: 3 * 60_000 };

/** A hash of a source's last prices, and since when it is unchanged, ms since the epoch. */
export interface Digest {
  readonly hash: number;
  readonly since: number;
}

/** Returns the digest of many prices; null for few, which may well be unchanged. */
export function digestOf(
  quotes: ReadonlyMap<string, Quote>,
  before: Digest | undefined,
  now: number,
): Digest | null {
  const prices = [...quotes].filter(([id]) => !PEGGED.has(id)).map(([id, { last }]) => `${id}=${last}`);
  if (prices.length < STALLED.coins) return null;
  let hash = 2166136261;
  for (const char of prices.sort().join())
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return { hash, since: before?.hash === hash ? before.since : now };
}

/** Checks whether a source without timestamps has stalled: its responses look new, but never change. */
export const isStalled = ({ since }: Digest, now: number): boolean => now - since >= STALLED.ms;

/** Returns the first quote that another one confirms. */
export const confirmed = (candidateQuotes: readonly Quote[]): Quote | undefined =>
  candidateQuotes.find((one) => candidateQuotes.some((other) => other !== one && !disagree(one, other)));

/**
 * Picks the quote to show from those of several sources.
 * @param candidateQuotes in order of trust, at least one
 * @returns the first that another one confirms; if there is none, the first, marked with the source that contradicts it
 */
export function resolveConflict(candidateQuotes: readonly [Quote, ...Quote[]]): Quote {
  const confirmedQuote = confirmed(candidateQuotes);
  const { disputedBy: _before, ...picked } = confirmedQuote ?? candidateQuotes[0];
  const contradicting = candidateQuotes[1];
  return confirmedQuote || !contradicting ? picked : { ...picked, disputedBy: contradicting.source };
}
