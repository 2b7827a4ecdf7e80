import type { Settings } from '../settings/settings.ts';
import type { PageReport } from '../storage/messages.ts';
import { covers } from './registration-plan.ts';
import { isAllowedAt } from './site-rules.ts';
import { parseSiteUrl } from './site-url.ts';

/**
 * State of the panel on the active page. shown: visible, expanded or collapsed. hidden: by the user, on this site.
 * ruled-out: by the user's site rules. paused: on all sites. removed-by-page: the page removed it. opted-out: the page
 * disables it. no-access: the browser withholds the permission. absent: the page was loaded before Tickside could run.
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

/** What the popup may know about and change on the active page. */
export interface PageStatus {
  readonly host: string;
  /** A bundled site: it need not be added and cannot be removed. */
  readonly listed: boolean;
  /** Added by the user. */
  readonly added: boolean;
  /** Null if Tickside does not run here: neither listed nor added. */
  readonly panelStatus: PanelStatus | null;
}

export interface PageStatusFacts {
  readonly url: string;
  readonly incognito: boolean;
  /** Match patterns of the listed sites, and of the granted permissions. */
  readonly listed: readonly string[];
  readonly held: readonly string[];
  readonly settings: Pick<Settings, 'panel' | 'siteMode' | 'denied' | 'allowed' | 'addedSites'>;
  /** The user hid the panel on this site. */
  readonly hidden: boolean;
  /** Null if the page does not answer. */
  readonly report: PageReport | null;
}

/**
 * Returns the page status; null if the popup can do nothing: private windows, browser pages and anything but https
 * sites.
 */
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
  // Our own reasons were handled above, so the page itself opted out.
  return report.panel === 'off' ? 'opted-out' : 'shown';
}
