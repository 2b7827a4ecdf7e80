import type { Settings } from '../settings/settings.ts';
import type { PageReport } from '../storage/messages.ts';
import { covers } from './registration-plan.ts';
import { isAllowedAt } from './site-rules.ts';
import { parseSiteUrl } from './site-url.ts';

/**
 * How the panel does on the page in front. shown: it stands there, open or folded. hidden: by the reader, on this site.
 * ruled-out: by the reader's rules. paused: on all sites. removed-by-page: the page removed it. opted-out: the page asks to be left
 * alone. no-access: the browser withholds the site. absent: the page was loaded before Tickside could be there.
 */
export type PanelStatus =
  | 'shown'
  | 'hidden'
  | 'ruled-out'
  | 'paused'
  | 'removed-by-page'
  | 'opted-out'
  | 'no-access'
  | 'absent';

/** The page in front of the reader, as far as the popup may know and change something there. */
export interface PageStatus {
  readonly host: string;
  /** Tickside brings this site along; it need not be added and cannot be removed. */
  readonly listed: boolean;
  /** The reader has added it. */
  readonly added: boolean;
  /** Null where Tickside is not: neither listed nor added. */
  readonly panelStatus: PanelStatus | null;
}

export interface PageStatusFacts {
  readonly url: string;
  readonly incognito: boolean;
  /** Match patterns of the listed sites, and of the permissions that are held. */
  readonly listed: readonly string[];
  readonly held: readonly string[];
  readonly settings: Pick<Settings, 'panel' | 'siteMode' | 'denied' | 'allowed' | 'addedSites'>;
  /** Hidden by hand on this site. */
  readonly hidden: boolean;
  /** Null when the page does not answer. */
  readonly report: PageReport | null;
}

/** The place, or null where the popup has nothing to offer: private windows, the browser's own pages, what is no https site. */
export function pageStatus(facts: PageStatusFacts): PageStatus | null {
  const address = parseSiteUrl(facts.url);
  if (facts.incognito || !address.ok) return null;
  const { host, path } = address;
  const listed = covers(facts.listed, host);
  const added = !listed && facts.settings.addedSites.includes(host);
  return { host, listed, added, panelStatus: listed || added ? panelStatusAt(facts, host, path) : null };
}

function panelStatusAt(
  { held, settings, hidden, report }: PageStatusFacts,
  host: string,
  path: string,
): PanelStatus {
  if (!covers(held, host)) return 'no-access';
  if (!settings.panel) return 'paused';
  if (!isAllowedAt(settings, host, path)) return 'ruled-out';
  if (hidden) return 'hidden';
  if (!report) return 'absent';
  if (report.panel === 'removed-by-page') return 'removed-by-page';
  // Ours would have been told apart above: what is left is the page's own wish.
  return report.panel === 'off' ? 'opted-out' : 'shown';
}
