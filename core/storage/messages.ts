import type { ArticleAnswer, ArticleText, PastPrices } from '../article/article-types.ts';

/**
 * The commands that a view may send to the background: what each carries, and what it is answered. State never travels this
 * way: storage is the bus for that. The answers that do belong to one page and die with it: the reading of its article, and
 * what its coins cost when it was published.
 */
interface CommandMap {
  /** Fetch prices now. `userInitiated`: a reader has pressed refresh. */
  refresh: (data: { readonly userInitiated: boolean }) => void;
  'open-options': () => void;
  /** Find the coins in this text. */
  'read-article': (data: { readonly article: ArticleText }) => ArticleAnswer;
  /**
   * Somebody is about to show what these coins cost at a past moment, ms since the epoch. What is had lands in storage
   * (`history:<id>`), and when it has, it is answered.
   */
  history: (data: { readonly ids: readonly string[]; readonly at: number }) => PastPrices;
  /** Somebody is about to show the last 24 hours of this coin; answered when what is had is stored. */
  day: (data: { readonly id: string }) => void;
  /** The page has removed the panel for good: the toolbar button has to say so. */
  'removed-by-page': () => void;
}

/** What the background and the popup may ask of the page in front of the reader. */
interface PageRequestMap {
  /** No answer means that the panel's script is not on this page. */
  report: () => PageReport;
  /** Go to the next (1) or previous (-1) coin mentioned in the article, and show its card. */
  step: (data: { readonly by: 1 | -1 }) => void;
  /** Fold or open the panel. */
  toggle: () => void;
}

type Data<Request> = Request extends (data: infer D extends object) => unknown ? D : unknown;

/** The messages of a map, on their way: the name as `type`, and beside it what it carries. */
type MessageIn<Map, K extends keyof Map = keyof Map> = {
  [P in K]: { readonly type: P } & Data<Map[P]>;
}[K];
type AnswerIn<Map, K extends keyof Map> = Map[K] extends (...data: never[]) => infer A ? A : never;

export type CommandName = keyof CommandMap;
export type Message<K extends CommandName = CommandName> = MessageIn<CommandMap, K>;
/** What the command of this name is answered. */
export type CommandAnswer<K extends CommandName = CommandName> = AnswerIn<CommandMap, K>;

export type PageMessage = MessageIn<PageRequestMap>;
export type PageAnswer = AnswerIn<PageRequestMap, keyof PageRequestMap>;

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
