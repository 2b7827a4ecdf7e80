import type { PageDisclaimer } from '../../core/disclaimer/regional.ts';
import type { Freshness, PrimarySource } from '../../core/market/freshness.ts';
import type { PriceRow } from '../../core/market/price-list.ts';
import type { PriceTable } from '../../core/page-data/price-table.ts';
import type { PageSettings } from '../../core/settings/page-settings.ts';
import type { SiteState } from '../../core/sites/site-state.ts';
import type { SourceTable } from '../../core/sources/source-info.ts';
import type { PanelWords } from '../../locales/index.ts';

/** How everything of ours looks on one page: the `data-` attributes that the style sheets know. */
interface PanelAppearance {
  /** BCP 47 tag for `lang`. */
  readonly lang: string;
  readonly theme: 'light' | 'dark';
  readonly colours: 'red-up' | 'green-up' | 'blue-orange';
}

/** A coin that the article names. */
export interface MentionedRow extends PriceRow {
  /** How often. */
  readonly count: number;
  /** Change since the article was published, formatted; empty when it is not known. */
  readonly since: string;
  readonly sinceDirection: PriceRow['direction'];
}

/** The disclaimer: the bundled short text, the rest of it, and the reader's addition. */
export interface PanelDisclaimer extends PageDisclaimer {
  readonly short: string;
  readonly own: string;
  /** To one line. */
  readonly folded: boolean;
}

export type Place = NonNullable<SiteState['place']>;

export interface PanelProps {
  /** The reader's choices, for those that need no working out. */
  readonly settings: PageSettings;
  readonly list: PriceTable['list'];
  readonly rows: readonly PriceRow[];
  readonly primarySource: PrimarySource;
  readonly state: Freshness;
  /** Coins of the article, most named first; all of them. */
  readonly mentioned: readonly MentionedRow[];
  /** When the article was published, in words that go on after a heading, where that is worth a word. */
  readonly published: string;
  readonly appearance: PanelAppearance;
  readonly words: PanelWords;
  readonly disclaimer: PanelDisclaimer;
  readonly sources: SourceTable;
  readonly fx: PriceTable['fx'];
  readonly place: Place;
  readonly folded: boolean;
  /** All coins rather than the chosen number of rows. */
  readonly expanded: boolean;
  /** All coins of the article rather than the first few. */
  readonly allMentioned: boolean;
  readonly busy: boolean;
  /** Just hidden on this site: only the way back is shown. */
  readonly justHidden: boolean;
  /** Something of the page fills the screen. */
  readonly fullscreen: boolean;
  /** Ms since the epoch. */
  readonly now: number;
}

/** What a reader can do on the panel. */
export interface PanelActions {
  /** Something that holds on this site from now on. */
  chooseSite(part: Partial<SiteState>): void;
  /** Something that holds while the page is open. */
  chooseView(part: Partial<Pick<PanelProps, 'expanded' | 'allMentioned'>>): void;
  refresh(): void;
  hide(hidden: boolean): void;
  top(): void;
  options(): void;
}
