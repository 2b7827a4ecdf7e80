import type { Candle } from '../history/candle.ts';
import type { Quote } from '../market/quote.ts';
import type { FxRates } from '../market/snapshot.ts';
import type { Budget } from './host-health.ts';
import type { Answer } from './http-status.ts';
import type { Result } from './result.ts';

/** The decoded response of a price source. */
export interface SourceResponse {
  /** By CoinGecko id. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Ids by market cap, largest first, if the source has a ranking. */
  readonly ranking?: readonly string[];
  /** US dollars for one USDT, decimal text, if the source has it. */
  readonly usdtUsd?: string;
  /** Exchange rates, if the price source has them (a custom feed). */
  readonly fx?: Pick<FxRates, 'date' | 'perUsd'>;
  /** What was dropped from the response, and why, for the author of a custom feed. One line of plain text. */
  readonly leftOut?: string;
}

/** The rate limit of a host, as published or advised, with a margin of our own. */
export interface RequestLimit {
  /** Requests in any window of `perMs`. */
  readonly requests: number;
  readonly perMs: number;
}

/**
 * What one request of a source covers. `batch`: the requested coins. `all`: every ticker of the venue, hundreds of kB, so never
 * more often than every 30 s and only if no other source answers. `each`: a single coin.
 */
type RequestScope = 'batch' | 'all' | 'each';

/** A price source: data and pure functions. No I/O. */
export interface Provider {
  /** Also the name of the file, and the `source` of its quotes. */
  readonly id: string;
  /** As shown to readers. */
  readonly label: string;
  /** Hosts to try in order, `https://host` without a trailing slash. */
  readonly origins: readonly [string, ...string[]];
  /** A line that must be shown with its data. */
  readonly attribution?: { readonly text: string; readonly url: string };
  readonly scope: RequestScope;
  readonly limit: RequestLimit;
  /** Quotes older than this (ms) are dropped: the pair is suspended, or the source is stuck. */
  readonly freshMs: number;
  /** Checks whether the source lists this coin. */
  covers(id: string): boolean;
  /** Returns path and query for these coins (`each`: for the only one). */
  request(ids: readonly string[]): string;
  /** Reads an error of this source whose body is more specific than its status. */
  explain?(answer: Answer): Result<never> | null;
  /** Fetches the coins that are listed now; used after an unlisted coin made a batch fail. */
  readonly listing?: { readonly path: string; decode(answer: Answer): Result<ReadonlySet<string>> };
  /**
   * Decodes a 2xx JSON response. Never throws. Fails with `bad-shape`, `empty`, or the error in the body.
   * @param ids the requested coins
   * @param usdtUsd last known dollars for one USDT, for venues that quote in dollars and do not provide it themselves; default:
   *   one dollar
   */
  decode(answer: Answer, ids: readonly string[], usdtUsd?: string): Result<SourceResponse>;
  /** Reads the remaining budget from the response headers. */
  budget?(answer: Answer): Budget | null;
  /** Past prices, if the source has them. */
  readonly candles?: CandleSource;
}

/** A source of trending coins: coin ids by number of searches, most first. */
export interface TrendingSource {
  readonly origins: Provider['origins'];
  readonly limit: RequestLimit;
  readonly trending: { readonly path: string; decode(answer: Answer): Result<readonly string[]> };
}

/** The spans of a sparkline. */
export type Span = 'day' | 'week';

/** Past prices of a source. */
export interface CandleSource {
  covers(id: string): boolean;
  /** Requests candles of the last 24 hours (at most an hour each) or 7 days (at most four hours each), up to now. */
  request(id: string, span: Span, now: number): string;
  /** Requests the finest candles around a past moment (ms since the epoch). */
  requestAt(id: string, at: number): string;
  /** Decodes either response: oldest first, prices in USDT. Never throws. */
  decode(answer: Answer, id: string, usdtUsd?: string): Result<readonly Candle[]>;
}

/** A source of exchange rates, with the same shape. */
export interface FxSource {
  readonly id: string;
  readonly label: string;
  /** Base URLs to try in order, with the folder of their paths, if there is one: `https://host/folder`. */
  readonly origins: readonly [string, ...string[]];
  readonly attribution?: { readonly text: string; readonly url: string };
  readonly limit: RequestLimit;
  request(): string;
  /** Decodes a 2xx JSON response. Never throws. */
  decode(answer: Answer): Result<{ readonly date: string; readonly perUsd: FxRates['perUsd'] }>;
}
