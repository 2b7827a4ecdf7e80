import { MAX_ADDED } from '../core/settings/settings.ts';
import { siteOfHost } from '../core/sites/site-state.ts';
import { changeSettings } from './settings-store.ts';
import { readSiteHidden, setSiteHidden } from './stores.ts';

/** Adds a host to the reader's list and shows the panel there. A full list stays unchanged. */
export async function listSite(host: string): Promise<void> {
  if (await readSiteHidden(host)) await setSiteHidden(host, false);
  await changeSettings(({ addedSites }) =>
    addedSites.includes(host) || addedSites.length >= MAX_ADDED ? {} : { addedSites: [...addedSites, host] },
  );
}

/**
 * Removes a host from the list; the background then removes the permission. The script stays on open pages until they are
 * left, so this also hides the panel, unless another host of the same site is still listed.
 */
export async function unlistSite(host: string): Promise<void> {
  let isLast = true;
  await changeSettings(({ addedSites }) => {
    const others = addedSites.filter((other) => other !== host);
    isLast = !others.some((other) => siteOfHost(other) === siteOfHost(host));
    return { addedSites: others };
  });
  if (isLast) await setSiteHidden(host, true);
}
