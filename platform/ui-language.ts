import { browser } from 'wxt/browser';

/** The browser's own language as a well-formed BCP 47 tag, e.g. `zh-CN`. */
export function uiLanguage(): string {
  try {
    // Some builds give `en_US`; Intl, which this tag ends up in, would throw.
    return Intl.getCanonicalLocales(browser.i18n.getUILanguage().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
