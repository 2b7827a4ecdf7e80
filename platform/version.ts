import { browser } from 'wxt/browser';

/** Returns the version from the manifest. */
export const appVersion = (): string => browser.runtime.getManifest().version;
