/** A statement of the page about when it was published, as found; `core/article/publish-date/index.ts` decides which to believe. */
export interface DateHint {
  /** Where it stood: a JSON-LD property, a meta tag's name, a `<time>` element, or text near the headline. */
  readonly from: 'json-ld' | 'meta' | 'time' | 'text';
  /** `datePublished`, `article:published_time`, …; empty for text. */
  readonly name: string;
  readonly value: string;
}

/** What the page-facing script reads off an article. It never leaves the machine: the background looks for coins in it. */
export interface ArticleText {
  /** The page's language tag. */
  readonly lang: string;
  /** Path and query of the page. */
  readonly path: string;
  /** Visible text, block by block (headline first), as the reader sees it: hidden text is not in it. */
  readonly blocks: readonly string[];
  readonly dates: readonly DateHint[];
}

/** One coin named in the text: offsets into `blocks[block]`, UTF-16. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** CoinGecko id. */
  readonly id: string;
}

/** By coin: its price in USDT at one past moment, plain decimal text. Coins of which it is not known are absent. */
export type PastPrices = Readonly<Record<string, string>>;

/** What the background found in an article. */
export interface ArticleReading {
  /** In order of the text, at most 500. */
  readonly mentions: readonly Mention[];
  /** Coins by number of mentions, most first; equals in order of appearance. Counts are of all mentions. */
  readonly coins: readonly { readonly id: string; readonly count: number }[];
  /** When the article was published, ms since the epoch; null when unknown or contradictory beyond repair. */
  readonly published: number | null;
}

/** What a page is answered: the reading, and what is already known of the coins' prices when the article was published. */
export interface ArticleAnswer extends ArticleReading {
  readonly pasts: PastPrices;
}
