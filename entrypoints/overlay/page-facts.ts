import type { PageContext } from '../../core/page-data/page-context.ts';
import { isAllowedAt } from '../../core/sites/site-rules.ts';
import { roomBeside, type Side } from '../../page/free-side.ts';
import { type PageLanguage, readPageLanguage } from '../../page/language.ts';
import { hasOwnPrices } from '../../page/site-prices.ts';
import { isDarkPage } from '../../page/theme.ts';

const PANEL_WIDTH = 304;
/** How the owner of a site says no. */
const OPT_OUT = 'meta[name="tickside" i][content="off" i]';

/** What was read off the page. */
export interface PageFacts {
  readonly language: PageLanguage;
  readonly room: Side;
  readonly dark: boolean;
  /** The page shows prices of its own. */
  readonly hasPrices: boolean;
}

export const readFacts = (article: Element | null): PageFacts => ({
  language: readPageLanguage(),
  room: roomBeside(article, innerWidth, PANEL_WIDTH),
  dark: isDarkPage(article),
  hasPrices: hasOwnPrices(),
});

/** May anything of ours be on this page, by the reader's rules and by its owner's? */
export const isAllowedHere = (context: PageContext | null): boolean =>
  context !== null &&
  !document.querySelector(OPT_OUT) &&
  isAllowedAt(context.settings, location.hostname, location.pathname);
