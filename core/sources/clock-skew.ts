import type { Quote } from '../market/quote.ts';
import type { Answer } from './http-status.ts';

/** A reader's clock that is wrong by less than this is right enough. */
const TOLERATED_MS = 60_000;

/**
 * How far the reader's clock is behind the server's, ms (negative: ahead); 0 while it is about right or unknown. With a clock
 * ten minutes fast every price would look ten minutes old, and be refused as frozen.
 */
export function skewOf({ at, headers }: Answer): number {
  const date = Date.parse(headers?.date ?? '');
  if (Number.isNaN(date)) return 0;
  // A cache in between says how long it has kept the answer.
  const age = /^\d{1,6}$/.test(headers?.age ?? '') ? Number(headers?.age) * 1000 : 0;
  const skew = date + age - at;
  return Math.abs(skew) > TOLERATED_MS ? skew : 0;
}

/** Quotes with their times by the reader's clock. */
export const inReaderTime = (quotes: ReadonlyMap<string, Quote>, skew: number): ReadonlyMap<string, Quote> =>
  skew === 0 ? quotes : new Map([...quotes].map(([id, quote]) => [id, { ...quote, at: quote.at - skew }]));
