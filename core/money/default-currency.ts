import type { Language } from '../i18n/language.ts';
import { getOwn } from '../storage/guards.ts';
import type { CurrencyCode } from './currency.ts';

/**
 * The second currency to show when the reader has not chosen one.
 * @param defaults `CURRENCY_DEFAULTS`; the page-facing script reads them from storage
 * @param tag BCP 47 tag of the page (or of the browser), e.g. `zh-HK`; may be empty
 * @param shown the language Tickside speaks there
 */
export function defaultCurrency(
  defaults: Readonly<Record<string, CurrencyCode>>,
  tag: string,
  shown: Language,
): CurrencyCode {
  const [language = '', ...rest] = tag.split('-');
  // A region tells more than a language.
  const keys = [...rest.map((part) => part.toUpperCase()), language.toLowerCase(), `*${shown}`];
  return keys.map((key) => getOwn(defaults, key)).find(Boolean) ?? 'USD';
}
