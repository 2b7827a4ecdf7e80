import { isRecord } from '../storage/guards.ts';

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

/** More than any article has; longer input is truncated, not rejected. */
const MAX_BLOCKS = 4_000;
const MAX_CHARACTERS = 400_000;
const MAX_DATES = 100;
const MAX_DATE_LENGTH = 120;
const FROM = ['json-ld', 'meta', 'time', 'text'] as const;

const text = (value: unknown, maxLength: number): string =>
  typeof value === 'string' ? value.slice(0, maxLength) : '';

/** Parses a message from a page; untrusted input. Returns null if it is not an article. */
export function parseArticleText(raw: unknown): ArticleText | null {
  if (!isRecord(raw) || !Array.isArray(raw.blocks)) return null;
  const blocks: string[] = [];
  let remaining = MAX_CHARACTERS;
  for (const block of raw.blocks.slice(0, MAX_BLOCKS)) {
    const part = text(block, remaining);
    remaining -= part.length;
    // Offsets are per block, so an empty block keeps its index.
    blocks.push(part);
  }
  const dates = (Array.isArray(raw.dates) ? raw.dates : [])
    .slice(0, MAX_DATES)
    .flatMap((hint): DateHint[] => {
      if (!isRecord(hint)) return [];
      const from = FROM.find((name) => name === hint.from);
      return from ? [{ from, name: text(hint.name, 60), value: text(hint.value, MAX_DATE_LENGTH) }] : [];
    });
  return { lang: text(raw.lang, 40), path: text(raw.path, 2_000), blocks, dates };
}
