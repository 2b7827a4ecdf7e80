import { useEffect, useState } from 'preact/hooks';
import { parsePageReport } from '../core/page-data/page-report-schema.ts';
import { siteOfHost } from '../core/sites/site-state.ts';
import { parseSiteUrl } from '../core/sites/site-url.ts';
import type { PageReport } from '../core/storage/messages.ts';
import { type ActivePage, activePage, askPage } from '../platform/active-tab.ts';
import { clearMark } from '../platform/badge.ts';
import { heldSites } from '../platform/content-scripts.ts';
import { onAccess } from '../platform/permissions.ts';
import { readSiteHidden, watchSiteStates } from '../platform/stores.ts';
import { everyWhileVisible, wait } from '../platform/timers.ts';

/** Timeout for the report of a page. */
const LONGEST_MS = 1_000;
/** Polling interval while the popup is open: the page may read its article or remove the panel. */
const STEP_MS = 2_000;

/** The active page, and the state of Tickside on it. */
export interface Here extends ActivePage {
  /** The site that settings are stored under. */
  readonly site: string;
  readonly hidden: boolean;
  /** Match patterns of granted permissions. */
  readonly held: readonly string[];
  readonly report: PageReport | null;
}

/** @param families domains whose subdomains are editions of one site */
async function lookAt(page: ActivePage, families: readonly string[]): Promise<Here> {
  const address = parseSiteUrl(page.url);
  const site = address.ok ? siteOfHost(address.host, families) : '';
  const [raw, held, hidden] = await Promise.all([
    Promise.race([askPage(page.tabId, { type: 'report' }), wait(LONGEST_MS)]),
    heldSites(),
    readSiteHidden(site),
  ]);
  const report = parsePageReport(raw);
  if (report && report.panel !== 'removed-by-page') await clearMark(page.tabId);
  return { ...page, site, hidden, held, report };
}

/** Returns the state of the active page and keeps it updated; undefined until it is known, or if there is no such page. */
export function useHere(families: readonly string[]): Here | undefined {
  const [here, setHere] = useState<Here>();
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    let asked = 0;
    const look = async (page: ActivePage): Promise<void> => {
      asked += 1;
      const mine = asked;
      const seen = await lookAt(page, families);
      // A late response must not overwrite that to a later request.
      if (mine === asked && !signal.aborted) setHere(seen);
    };
    void activePage().then((page) => {
      if (!page || signal.aborted) return;
      const again = (): void => void look(page);
      watchSiteStates(again, signal);
      onAccess(again, signal);
      everyWhileVisible(STEP_MS, again, signal);
      again();
    });
    return () => life.abort();
  }, [families]);
  return here;
}
