/** A publication date found on the page; `core/article/publish-date/index.ts` decides which one to trust. */
export interface DateHint {
  /** Where it was found: a JSON-LD property, a meta tag, a `<time>` element, or text near the headline. */
  readonly from: 'json-ld' | 'meta' | 'time' | 'text';
  /** `datePublished`, `article:published_time`, …; empty for text. */
  readonly name: string;
  readonly value: string;
}

/**
 * What the page-facing script reads from an article. It never leaves the machine: the background finds the coins in it.
 */
export interface ArticleText {
  /** The page's language tag. */
  readonly lang: string;
  /** Path and query of the page. */
  readonly path: string;
  /** Visible text as the reader sees it, block by block, headline first; hidden text is left out. */
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

/** By coin id: the price in USDT at one past time, as plain decimal text. Coins without a known price are absent. */
export type PastPrices = Readonly<Record<string, string>>;

/** What the background found in an article. */
export interface ArticleReading {
  /** In text order, at most 500. */
  readonly mentions: readonly Mention[];
  /** Coins by number of mentions, highest first; ties in order of appearance. All mentions are counted. */
  readonly coins: readonly { readonly id: string; readonly count: number }[];
  /** Publication time, ms since the epoch; null if unknown or if the dates contradict each other. */
  readonly published: number | null;
}

/** The response to a page: the analysis, and the known prices of the coins at publication. */
export interface ArticleAnswer extends ArticleReading {
  readonly pasts: PastPrices;
}
