import { COIN_ID } from '../market/coin.ts';
import { isRecord } from '../storage/guards.ts';

/** Past prices at equal steps, for a sparkline. */
export interface Series {
  /** When it was fetched, ms since the epoch. */
  readonly at: number;
  /** Id of the source. */
  readonly source: string;
  /** Time of the first price and the distance between two, ms. */
  readonly start: number;
  readonly step: number;
  /** Prices in USDT, plain decimal text, oldest first. */
  readonly prices: readonly string[];
}

/** One price at one past time. */
export interface PastPrice {
  /** The moment that was asked for, ms since the epoch. */
  readonly time: number;
  /** The moment the price is of: at most one candle away. */
  readonly at: number;
  readonly price: string;
  readonly source: string;
}

/** What is known of a coin's past. One stored item a coin, so that a page reads only what it shows. */
export interface History {
  readonly v: 1;
  readonly day: Series | null;
  readonly week: Series | null;
  /** Newest request first, a handful. */
  readonly past: readonly PastPrice[];
}

export const NO_HISTORY: History = { v: 1, day: null, week: null, past: [] };

const PREFIX = 'history:';

/** The storage key of a coin's past. */
export const historyKey = (id: string): string => PREFIX + id;

/** The coin a storage key is for, or null when the key is no coin's past. */
export function coinOfHistoryKey(key: string): string | null {
  const id = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  return COIN_ID.test(id) ? id : null;
}

/** Prices of a series. */
export const MOST_POINTS = 200;
/** Moments kept of one coin. */
export const MOST_PAST = 12;

/**
 * The last day's prices, for the page-facing script, at a fraction of the size of `parseHistory`. It prints no text of this: they
 * become a line.
 */
export function outlineOfDay(raw: unknown): readonly string[] {
  const prices = isRecord(raw) && raw.v === 1 && isRecord(raw.day) && raw.day.prices;
  return Array.isArray(prices) ? prices.slice(0, MOST_POINTS) : [];
}
