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
  /** The requested time, ms since the epoch. */
  readonly time: number;
  /** The time of the price, at most one candle away. */
  readonly at: number;
  readonly price: string;
  readonly source: string;
}

/** Stored history of one coin. Each coin is a separate storage item, so that pages read only the coins they show. */
export interface History {
  readonly v: 1;
  readonly day: Series | null;
  readonly week: Series | null;
  /** Latest request first; at most `MAX_PAST`. */
  readonly past: readonly PastPrice[];
}

export const NO_HISTORY: History = { v: 1, day: null, week: null, past: [] };

const PREFIX = 'history:';

/** Returns the storage key of a coin's history. */
export const historyKey = (id: string): string => PREFIX + id;

/** Returns the coin id of a history key; null for any other key. */
export function coinOfHistoryKey(key: string): string | null {
  const id = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  return COIN_ID.test(id) ? id : null;
}

/** Maximum number of points of a series. */
export const MAX_POINTS = 200;
/** Maximum number of past prices stored per coin. */
export const MAX_PAST = 12;

/**
 * Returns the last day's prices for the page-facing script, at a fraction of the size of `parseHistory`. They are only
 * drawn as a line, never shown as text.
 */
export function outlineOfDay(raw: unknown): readonly string[] {
  const prices = isRecord(raw) && raw.v === 1 && isRecord(raw.day) && raw.day.prices;
  return Array.isArray(prices) ? prices.slice(0, MAX_POINTS) : [];
}
