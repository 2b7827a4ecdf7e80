import { customUrls, patternOf } from '../../core/sites/custom-urls.ts';
import { covers } from '../../core/sites/registration-plan.ts';
import { siteOfHost } from '../../core/sites/site-state.ts';
import { SETTINGS } from '../../core/storage/items.ts';
import { createScriptSync } from '../../jobs/sync-content-scripts.ts';
import { listSite } from '../../platform/added-sites.ts';
import {
  giveUpSites,
  heldSites,
  injectSite,
  listedSites,
  pageFiles,
  registeredSites,
  registerSites,
  requestedSite,
  requestSite,
  sourceSites,
  unregisterSites,
} from '../../platform/content-scripts.ts';
import { readItem, setSiteHidden } from '../../platform/stores.ts';

/** Where the panel stands: the listed sites, and those that the reader has added. */
export function createSiteControl() {
  const reconcile = createScriptSync({
    facts: async () => {
      const { settings } = await readItem(SETTINGS);
      return {
        added: settings.addedSites,
        held: await heldSites(),
        listed: listedSites(),
        needed: [...sourceSites(), ...customUrls(settings).map(patternOf)],
        registered: await registeredSites(),
        files: pageFiles(),
      };
    },
    register: registerSites,
    unregister: unregisterSites,
    inject: injectSite,
    giveUp: giveUpSites,
  });
  const isListed = (host: string): boolean => covers(listedSites(), host);
  const setHidden = (host: string, hidden: boolean): Promise<void> =>
    setSiteHidden(siteOfHost(host, __SITE_FAMILIES__), hidden);
  return {
    reconcile,
    /** Shows the panel on a site for good; one that is new to us is asked for, which only works before the first wait. */
    showOn: async (host: string): Promise<void> => {
      if (isListed(host)) return setHidden(host, false);
      if (await requestSite(host)) await listSite(host);
    },
    hideOn: async (host: string): Promise<void> => {
      const { addedSites } = (await readItem(SETTINGS)).settings;
      if (isListed(host) || addedSites.includes(host)) await setHidden(host, true);
    },
    /** The popup that asked for access is often closed by the browser's question; then nobody else is left to go on. */
    takeAccess: async (origins: readonly string[], given: boolean): Promise<void> => {
      const host = given ? await requestedSite(origins) : null;
      if (host && !isListed(host)) await listSite(host);
      await reconcile();
    },
  };
}
