import type { Settings } from '../../core/settings/settings.ts';
import type { PanelStatus } from '../../core/sites/page-status.ts';
import type { SiteUrlProblem } from '../../core/sites/site-url.ts';

/** Words of the popup about the page it was opened over. */
export interface PageWords {
  readonly thisPage: string;
  /** Names of the tabs, and of their row. */
  readonly lists: string;
  readonly article: string;
  readonly inArticle: string;
  published(time: string): string;
  readonly noCoins: string;
  /** How often a coin is named. */
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
  /** How the panel does; empty where there is nothing to say. */
  readonly standings: Readonly<Record<PanelStatus, string>>;
}

/** Words of the sites that the reader added. */
export interface AddedWords extends EntryWords {
  /** Beside a site to which the browser gives no access. */
  readonly noAccess: string;
  readonly allow: string;
  readonly problems: Readonly<Record<SiteUrlProblem, string>>;
  /** It is listed anyway. */
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
  /** Names the line that would go. */
  remove(entry: string): string;
}

/** Words of the rules about where the panel may stand. */
export interface RulesWords extends EntryWords {
  readonly modes: Readonly<Record<Settings['siteMode'], string>>;
  readonly modeHint: string;
  readonly deniedHint: string;
  readonly bad: string;
  /** In allow-only mode without a rule. */
  readonly nowhere: string;
}

/** Words for saying where Tickside stands, in popup and options page. */
export interface ControlWords {
  readonly page: PageWords;
  readonly sitesTitle: string;
  readonly added: AddedWords;
  readonly rules: RulesWords;
}
