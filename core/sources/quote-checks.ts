import { PEGGED } from '../market/coin-catalog.ts';
import type { Quote } from '../market/quote.ts';
import { compare, type Decimal, decimalOf, multiply, subtract } from '../money/decimal.ts';

// No coin has ever cost more than this in USDT, nor less than that; beyond, a venue has lost its decimal point.
const MOST: Decimal = { digits: 100_000_000n, scale: 0 };
const LEAST: Decimal = { digits: 1n, scale: 15 };
/** Sources that differ by more than this many percent disagree. */
const DISAGREE_PERCENT = 2;
/** A price that moves by more than this between two polls is not shown before a second source has said so too. */
const JUMP_PERCENT = 20;
/** A price that has not moved for so long, ms, while most others did, may be stuck. */
const STUCK_MS = 10 * 60_000;
/** Asked for again within this time, ms, a coin is polled often enough to tell. */
const OFTEN_MS = 3 * 60_000;

/** Is the price one that a coin can have? */
export function isPlausible({ last }: Pick<Quote, 'last'>): boolean {
  const price = decimalOf(last);
  return compare(price, LEAST) >= 0 && compare(price, MOST) <= 0;
}

/** Is the quote no older than its source should be? A suspended pair goes on telling its last trade. */
export const isRecent = ({ at }: Pick<Quote, 'at'>, freshMs: number, now: number): boolean =>
  now - at <= freshMs;

/** Are two prices further apart than so many percent of the smaller one? */
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
 * Coins whose price stood still for ten minutes while more than half of the others moved.
 * @param quotes what sources tell now
 * @param before what was known before
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
      // Two equal answers half an hour apart say little.
      const isPolled = quote.at - (before[id]?.at ?? 0) < OFTEN_MS;
      return isPolled && quote.at - (quote.unchangedSince ?? quote.at) >= STUCK_MS;
    })
    .map(([id]) => id);
}

/** So many coins that all stand still for so long, ms: no market is that quiet. */
const STALLED = { coins: 10, ms: 3 * 60_000 };

/** What a source told the last time, in short, and since when it has been telling just that, ms since the epoch. */
export interface Digest {
  readonly hash: number;
  readonly since: number;
}

/** A digest of many prices; null of few, which may well stand still. */
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

/** Has a source that dates nothing stopped? Its answers look new for ever, but never change. */
export const isStalled = ({ since }: Digest, now: number): boolean => now - since >= STALLED.ms;

/** The first opinion that another one bears out. */
export const confirmed = (candidateQuotes: readonly Quote[]): Quote | undefined =>
  candidateQuotes.find((one) => candidateQuotes.some((other) => other !== one && !disagree(one, other)));

/**
 * What to show of a coin when several sources have spoken.
 * @param candidateQuotes in order of trust, at least one
 * @returns the first that another one bears out; when none does, the first, marked with the one that contradicts it
 */
export function resolveConflict(candidateQuotes: readonly [Quote, ...Quote[]]): Quote {
  const confirmedQuote = confirmed(candidateQuotes);
  const { disputedBy: _before, ...picked } = confirmedQuote ?? candidateQuotes[0];
  const contradicting = candidateQuotes[1];
  return confirmedQuote || !contradicting ? picked : { ...picked, disputedBy: contradicting.source };
}
