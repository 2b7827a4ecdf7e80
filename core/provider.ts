import type { Answer, Result } from './failure.ts';
import type { Quote } from './quote.ts';
import type { FxRates } from './snapshot.ts';

/** What a price source told in one answer. */
export interface Told {
  /** By CoinGecko id. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Ids by market cap, biggest first, where the source ranks. */
  readonly ranking?: readonly string[];
  /** US dollars for one USDT, decimal text, where the source knows. */
  readonly usdtUsd?: string;
}

/** A price source: data and two pure functions. No I/O. */
export interface Provider {
  /** Also the file's name and the `source` of its quotes. */
  readonly id: string;
  /** As shown to readers. */
  readonly label: string;
  /** Hosts to try in order, `https://host` without a slash. */
  readonly origins: readonly [string, ...string[]];
  /** A line that must stand where its data is shown. */
  readonly attribution?: { readonly text: string; readonly url: string };
  /** Does it list this coin? */
  covers(id: string): boolean;
  /** Path and query for these coins; one request for all of them. */
  request(ids: readonly string[]): string;
  /** What an error of this source means, where its body says more than its status. */
  explain?(answer: Answer): Result<never> | null;
  /** Which of its coins are really listed now; asked when one that is not has spoilt a batch. */
  readonly listing?: { readonly path: string; decode(answer: Answer): Result<ReadonlySet<string>> };
  /** Reads a 2xx JSON answer. Never throws. Fails with `bad-shape`, `empty`, or what the body itself says. */
  decode(answer: Answer, ids: readonly string[]): Result<Told>;
}

/** A source of exchange rates, the same shape. */
export interface FxSource {
  readonly id: string;
  readonly label: string;
  readonly origins: readonly [string, ...string[]];
  readonly attribution?: { readonly text: string; readonly url: string };
  request(): string;
  decode(answer: Answer): Result<{ readonly date: string; readonly perUsd: FxRates['perUsd'] }>;
}
