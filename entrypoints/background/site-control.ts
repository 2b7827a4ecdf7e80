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

/** Creates the control of where the panel appears: the listed sites, and those that the reader added. */
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
    /** Shows the panel on a site permanently. Requests permission for a new site, which must happen before any `await`. */
    showOn: async (host: string): Promise<void> => {
      if (isListed(host)) return setHidden(host, false);
      if (await requestSite(host)) await listSite(host);
    },
    hideOn: async (host: string): Promise<void> => {
      const { addedSites } = (await readItem(SETTINGS)).settings;
      if (isListed(host) || addedSites.includes(host)) await setHidden(host, true);
    },
    /** Continues after a permission was granted: the browser's prompt often closes the popup that requested it. */
    takeAccess: async (origins: readonly string[], given: boolean): Promise<void> => {
      const host = given ? await requestedSite(origins) : null;
      if (host && !isListed(host)) await listSite(host);
      await reconcile();
    },
  };
}
