import type { ArticleAnswer, ArticleText, PastPrices } from '../article/article-types.ts';

/**
 * The commands that views send to the background: their data and their responses. Shared state goes through storage instead.
 * Only data that belongs to one page is returned: the analysis of its article, and the prices of its coins when it was
 * published.
 */
interface CommandMap {
  /** Fetch prices now. `userInitiated`: the reader pressed refresh. */
  refresh: (data: { readonly userInitiated: boolean }) => void;
  'open-options': () => void;
  /** Find the coins in this text. */
  'read-article': (data: { readonly article: ArticleText }) => ArticleAnswer;
  /**
   * Fetch the prices of these coins at a past moment, ms since the epoch. Responds after the available prices have been stored
   * (`history:<id>`).
   */
  history: (data: { readonly ids: readonly string[]; readonly at: number }) => PastPrices;
  /** Fetch the last 24 hours of this coin. Responds after the available prices have been stored. */
  day: (data: { readonly id: string }) => void;
  /** The page has removed the panel for good: marks the toolbar button. */
  'removed-by-page': () => void;
}

/** The messages that the background and the popup send to the active page. */
interface PageRequestMap {
  /** No response means that the script is not on this page. */
  report: () => PageReport;
  /** Go to the next (1) or previous (-1) coin mentioned in the article, and show its card. */
  step: (data: { readonly by: 1 | -1 }) => void;
  /** Collapse or expand the panel. */
  toggle: () => void;
}

type Data<Request> = Request extends (data: infer D extends object) => unknown ? D : unknown;

/** The messages of a map as they are sent: the name as `type`, and the data. */
type MessageIn<Map, K extends keyof Map = keyof Map> = {
  [P in K]: { readonly type: P } & Data<Map[P]>;
}[K];
type AnswerIn<Map, K extends keyof Map> = Map[K] extends (...data: never[]) => infer A ? A : never;

export type CommandName = keyof CommandMap;
export type Message<K extends CommandName = CommandName> = MessageIn<CommandMap, K>;
/** The response to the command of this name. */
export type CommandAnswer<K extends CommandName = CommandName> = AnswerIn<CommandMap, K>;

export type PageMessage = MessageIn<PageRequestMap>;
export type PageAnswer = AnswerIn<PageRequestMap, keyof PageRequestMap>;

/** The page-facing script's report on its page, for the popup. */
export interface PageReport {
  /** As in `siteKey`. */
  readonly site: string;
  readonly panel: 'open' | 'folded' | 'hidden' | 'off' | 'removed-by-page';
  /** Coins of the article, most mentioned first; null if the page has no article. */
  readonly coins: readonly { readonly id: string; readonly count: number }[] | null;
  /** When the article was published, ms since the epoch. */
  readonly published: number | null;
}
