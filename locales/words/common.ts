import type { Freshness } from '../../core/market/freshness.ts';
import type { HotList } from '../../core/settings/page-settings.ts';

/** Words that panel, popup and options share: plain data, so that they can be stored. */
export interface CommonWords {
  readonly hotCoins: string;
  /** What a list is ordered by. Names say what is measured and never advise. */
  readonly measures: Readonly<Record<HotList, string>>;
  readonly day: string;
  readonly showMore: string;
  readonly showLess: string;
  readonly refresh: string;
  readonly options: string;
  readonly fullText: string;
  readonly disclaimer: string;
  readonly states: Readonly<Record<Freshness, string>>;
  /** "Just now", then the suffixes after a number of seconds, minutes, hours and days. */
  readonly ago: readonly [now: string, seconds: string, minutes: string, hours: string, days: string];
  /** Before the time of older prices: "as of 20:22". */
  readonly asOf: string;
}
