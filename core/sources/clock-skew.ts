import type { Quote } from '../market/quote.ts';
import type { Answer } from './http-status.ts';

/** A smaller skew counts as none. */
const TOLERATED_MS = 60_000;

/**
 * Returns how far the reader's clock is behind the server's, in ms (negative: ahead); 0 if it is about right or unknown. With a
 * clock that is ten minutes ahead, every price would look ten minutes old and be dropped as frozen.
 */
export function skewOf({ at, headers }: Answer): number {
  const date = Date.parse(headers?.date ?? '');
  if (Number.isNaN(date)) return 0;
  // A cache in between adds how long it has stored the response.
  const age = /^\d{1,6}$/.test(headers?.age ?? '') ? Number(headers?.age) * 1000 : 0;
  const skew = date + age - at;
  return Math.abs(skew) > TOLERATED_MS ? skew : 0;
}

/** Converts the times of quotes to the reader's clock. */
export const inReaderTime = (quotes: ReadonlyMap<string, Quote>, skew: number): ReadonlyMap<string, Quote> =>
  skew === 0 ? quotes : new Map([...quotes].map(([id, quote]) => [id, { ...quote, at: quote.at - skew }]));
