import { browser } from 'wxt/browser';

/** Returns the browser's language as a well-formed BCP 47 tag, e.g. `zh-CN`. */
export function uiLanguage(): string {
  try {
    // Some builds return `en_US`, which Intl rejects.
    return Intl.getCanonicalLocales(browser.i18n.getUILanguage().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
