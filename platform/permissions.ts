import { browser } from 'wxt/browser';

// The browser asks its question only inside the click that wanted it: `requestOrigins` is to be called before any await.

/** Asks the reader to let Tickside reach these hosts (match patterns); false when refused, or not to be had at all. */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] }).catch(() => false);

/** Gives rights back. Those that came with the extension stay, and that is no failure. */
export async function removeOrigins(origins: readonly string[]): Promise<void> {
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
}

/** May Tickside reach all of these hosts? A pattern that the browser cannot read is none it allows. */
export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: [...origins] }).catch(() => false);

/** Calls back with the origins whenever access was given or taken, here or in the browser's own settings. */
export function onAccess(
  change: (origins: readonly string[], given: boolean) => void,
  signal?: AbortSignal,
): void {
  const given = ({ origins = [] }: { origins?: string[] }): void => change(origins, true);
  const taken = ({ origins = [] }: { origins?: string[] }): void => change(origins, false);
  browser.permissions.onAdded.addListener(given);
  browser.permissions.onRemoved.addListener(taken);
  signal?.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(given);
    browser.permissions.onRemoved.removeListener(taken);
  });
}
