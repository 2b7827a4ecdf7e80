import type { Freshness } from '../../core/freshness.ts';

/** Words that panel, popup and options share. */
export interface CommonWords {
  readonly hotCoins: string;
  /** What the list is ordered by. Names measure, they never advise. */
  readonly byMarketCap: string;
  readonly day: string;
  readonly showMore: string;
  readonly showLess: string;
  readonly refresh: string;
  readonly options: string;
  readonly fullText: string;
  readonly disclaimer: string;
  readonly states: Readonly<Record<Freshness, string>>;
  /** "12 s ago", from whole seconds. */
  ago(seconds: number): string;
  /** Introduces the time of prices that are no longer new: "as of 20:22". */
  asOf(time: string): string;
}
