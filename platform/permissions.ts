import { browser } from 'wxt/browser';

// The browser shows its prompt only in a click handler: call `requestOrigins` before any `await`.

/** Requests permission for these hosts (match patterns). Resolves to false if it is denied or not available. */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] }).catch(() => false);

/** Removes permissions. Required ones stay, without an error. */
export async function removeOrigins(origins: readonly string[]): Promise<void> {
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
}

/** Checks for permission for all of these hosts. False for an invalid pattern. */
export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: [...origins] }).catch(() => false);

/** Calls back with the origins when permissions are granted or removed, here or in the browser's settings. */
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
