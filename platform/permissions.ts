import { browser } from 'wxt/browser';

// The browser asks its question only inside the click that wanted it: `requestOrigins` is to be called before any await.

/** Asks the reader to let Tickside reach these hosts (match patterns); false when refused, or not to be had at all. */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] }).catch(() => false);

/** Gives rights back. Those that came with the extension stay, and that is no failure. */
export const removeOrigins = async (origins: readonly string[]): Promise<void> => {
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
};

export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: [...origins] });
