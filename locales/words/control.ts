import type { Settings } from '../../core/settings/settings.ts';
import type { PanelStatus } from '../../core/sites/page-status.ts';
import type { SiteUrlProblem } from '../../core/sites/site-url.ts';

/** Words of the popup about the current page. */
export interface PageWords {
  readonly thisPage: string;
  /** Labels of the tabs and of the tab list. */
  readonly lists: string;
  readonly article: string;
  readonly inArticle: string;
  published(time: string): string;
  readonly noCoins: string;
  /** How often a coin is mentioned. */
  count(count: number): string;
  readonly since: string;
  readonly add: string;
  readonly remove: string;
  readonly hide: string;
  readonly show: string;
  readonly pause: string;
  readonly resume: string;
  readonly allow: string;
  readonly reload: string;
  readonly rules: string;
  readonly unlisted: string;
  /** State of the panel on the page. */
  readonly panelStatuses: Readonly<Record<PanelStatus, string>>;
}

/** Words of the sites that the reader added. */
export interface AddedWords extends EntryWords {
  /** Next to a site to which the browser gives no access. */
  readonly noAccess: string;
  readonly allow: string;
  readonly problems: Readonly<Record<SiteUrlProblem, string>>;
  /** The site is one of the listed ones. */
  readonly listed: string;
  readonly declined: string;
}

/** Words of a list that the reader writes line by line. */
export interface EntryWords {
  readonly hint: string;
  readonly placeholder: string;
  readonly add: string;
  readonly known: string;
  readonly full: string;
  /** Label of the button that removes an entry. */
  remove(entry: string): string;
}

/** Words of the rules about where the panel appears. */
export interface RulesWords extends EntryWords {
  readonly modes: Readonly<Record<Settings['siteMode'], string>>;
  readonly modeHint: string;
  readonly deniedHint: string;
  readonly bad: string;
  /** In allow-only mode without any rule. */
  readonly nowhere: string;
}

/** Words of popup and options page about where the panel appears. */
export interface ControlWords {
  readonly page: PageWords;
  readonly sitesTitle: string;
  readonly added: AddedWords;
  readonly rules: RulesWords;
}
