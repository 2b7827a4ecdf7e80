import { MOST_ADDED } from '../core/settings/settings.ts';
import { siteOfHost } from '../core/sites/site-state.ts';
import { changeSettings } from './settings-store.ts';
import { readSiteHidden, setSiteHidden } from './stores.ts';

/** Puts a host on the reader's list and shows the panel there. Twice is once; a full list stays as it is. */
export async function listSite(host: string): Promise<void> {
  if (await readSiteHidden(host)) await setSiteHidden(host, false);
  await changeSettings(({ addedSites }) =>
    addedSites.includes(host) || addedSites.length >= MOST_ADDED ? {} : { addedSites: [...addedSites, host] },
  );
}

/**
 * Takes a host off the list; the background then gives the access back. The script that is on open pages stays there until
 * they are left, so the panel is hidden as well, unless another door to the same site stays on the list.
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
