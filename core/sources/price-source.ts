import type { Candle } from '../history/candle.ts';
import type { Quote } from '../market/quote.ts';
import type { FxRates } from '../market/snapshot.ts';
import type { Budget } from './host-health.ts';
import type { Answer } from './http-status.ts';
import type { Result } from './result.ts';

/** What a price source told in one answer. */
export interface SourceResponse {
  /** By CoinGecko id. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Ids by market cap, biggest first, where the source ranks. */
  readonly ranking?: readonly string[];
  /** US dollars for one USDT, decimal text, where the source knows. */
  readonly usdtUsd?: string;
  /** Exchange rates, where a price source carries them along (an own feed). */
  readonly fx?: Pick<FxRates, 'date' | 'perUsd'>;
  /** What of the answer was left out, and why, for whoever writes it (an own feed). One line of plain text. */
  readonly leftOut?: string;
}

/** How much of a host's patience a request takes, as published or advised. Kept with a margin of our own. */
export interface RequestLimit {
  /** Requests in any window of `perMs`. */
  readonly requests: number;
  readonly perMs: number;
}

/**
 * What one request of a source covers. `batch`: the coins that are asked for. `all`: every ticker of the venue, hundreds of
 * kB, so never more often than every 30 s and only for want of another. `each`: a single coin.
 */
type RequestScope = 'batch' | 'all' | 'each';

/** A price source: data and pure functions. No I/O. */
export interface Provider {
  /** Also the file's name and the `source` of its quotes. */
  readonly id: string;
  /** As shown to readers. */
  readonly label: string;
  /** Hosts to try in order, `https://host` without a slash. */
  readonly origins: readonly [string, ...string[]];
  /** A line that must stand where its data is shown. */
  readonly attribution?: { readonly text: string; readonly url: string };
  readonly scope: RequestScope;
  readonly limit: RequestLimit;
  /** By the source's own time, a quote older than this (ms) is no news: the pair is suspended or the source is stuck. */
  readonly freshMs: number;
  /** Does it list this coin? */
  covers(id: string): boolean;
  /** Path and query for these coins (`each`: for the only one). */
  request(ids: readonly string[]): string;
  /** What an error of this source means, where its body says more than its status. */
  explain?(answer: Answer): Result<never> | null;
  /** Which of its coins are really listed now; asked when one that is not has spoilt a batch. */
  readonly listing?: { readonly path: string; decode(answer: Answer): Result<ReadonlySet<string>> };
  /**
   * Reads a 2xx JSON answer. Never throws. Fails with `bad-shape`, `empty`, or what the body itself says.
   * @param ids the coins asked for
   * @param usdtUsd dollars for one USDT as last known, for venues that quote in dollars and do not tell it themselves; one
   *   dollar when absent
   */
  decode(answer: Answer, ids: readonly string[], usdtUsd?: string): Result<SourceResponse>;
  /** What is left of the allowance, where the answer's headers tell. */
  budget?(answer: Answer): Budget | null;
  /** Past prices, where the source has them. */
  readonly candles?: CandleSource;
}

/** A source that knows what people look for: coin ids, most looked for first. */
export interface TrendingSource {
  readonly origins: Provider['origins'];
  readonly limit: RequestLimit;
  readonly trending: { readonly path: string; decode(answer: Answer): Result<readonly string[]> };
}

/** The spans a sparkline can show. */
export type Span = 'day' | 'week';

/** Past prices of a source. */
export interface CandleSource {
  covers(id: string): boolean;
  /** Candles of the last 24 hours (at most an hour each) or 7 days (at most four hours each), up to now. */
  request(id: string, span: Span, now: number): string;
  /** The finest candles around one past moment (ms since the epoch). */
  requestAt(id: string, at: number): string;
  /** Reads either answer: oldest first, prices in USDT. Never throws. */
  decode(answer: Answer, id: string, usdtUsd?: string): Result<readonly Candle[]>;
}

/** A source of exchange rates, the same shape. */
export interface FxSource {
  readonly id: string;
  readonly label: string;
  /** Hosts to try in order, each with the folder its paths begin in, if there is one: `https://host/folder`. */
  readonly origins: readonly [string, ...string[]];
  readonly attribution?: { readonly text: string; readonly url: string };
  readonly limit: RequestLimit;
  request(): string;
  /** Reads a 2xx JSON answer. Never throws. */
  decode(answer: Answer): Result<{ readonly date: string; readonly perUsd: FxRates['perUsd'] }>;
}
