import { browser } from 'wxt/browser';

/** The version of this very build, as its manifest says. */
export const appVersion = (): string => browser.runtime.getManifest().version;
