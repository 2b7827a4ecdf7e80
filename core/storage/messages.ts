import { type ArticleText, parseArticleText } from '../article/article-types.ts';
import { COIN_ID } from '../market/coin.ts';
import { isRecord } from './guards.ts';

/**
 * The commands a view may send to the background. State never travels this way: storage is the bus for that. The answers that
 * do belong to one page and die with it: the reading of its article, and what its coins cost when it was published.
 */
export type Message =
  | { readonly type: 'refresh'; readonly userInitiated: boolean }
  | { readonly type: 'open-options' }
  /** Find the coins in this text; answered with an `ArticleAnswer`. */
  | { readonly type: 'read-article'; readonly article: ArticleText }
  /**
   * Somebody is about to show what these coins cost at a past moment; what is had lands in storage (`history:<id>`), and when it
   * has, the answer is their `PastPrices` at that moment.
   */
  | { readonly type: 'history'; readonly ids: readonly string[]; readonly at: number }
  /** Somebody is about to show the last 24 hours of this coin; answered, with nothing, when what is had is stored. */
  | { readonly type: 'day'; readonly id: string }
  /** The page has removed the panel for good: the toolbar button has to tell. */
  | { readonly type: 'removed-by-page' };

const MOST_IDS = 20;

/** Reads a message from any sender; null when it is not one of ours. */
export function parseMessage(raw: unknown): Message | null {
  if (!isRecord(raw)) return null;
  switch (raw.type) {
    case 'refresh':
      return { type: 'refresh', userInitiated: raw.userInitiated === true };
    case 'open-options':
    case 'removed-by-page':
      return { type: raw.type };
    case 'read-article': {
      const article = parseArticleText(raw.article);
      return article && { type: 'read-article', article };
    }
    case 'history': {
      if (!Array.isArray(raw.ids)) return null;
      const ids = raw.ids.filter((id): id is string => typeof id === 'string' && COIN_ID.test(id));
      const isMoment = Number.isFinite(raw.at) && (raw.at as number) > 0;
      return isMoment ? { type: 'history', ids: ids.slice(0, MOST_IDS), at: raw.at as number } : null;
    }
    case 'day':
      return typeof raw.id === 'string' && COIN_ID.test(raw.id) ? { type: 'day', id: raw.id } : null;
    default:
      return null;
  }
}

/** What the background and the popup may ask of the page they stand beside. */
export type PageMessage =
  /** Answered with a `PageReport`; no answer means that the panel's script is not on this page. */
  | { readonly type: 'report' }
  /** Go to the next (1) or previous (-1) coin mentioned in the article, and show its card. */
  | { readonly type: 'step'; readonly by: 1 | -1 }
  /** Fold or open the panel. */
  | { readonly type: 'toggle' };

/** What the page-facing script says of its page to the popup. */
export interface PageReport {
  /** As in `siteKey`. */
  readonly site: string;
  readonly panel: 'open' | 'folded' | 'hidden' | 'off' | 'removed-by-page';
  /** Coins of the article, most mentioned first; null when there is no article here. */
  readonly coins: readonly { readonly id: string; readonly count: number }[] | null;
  /** When the article was published, ms since the epoch. */
  readonly published: number | null;
}
