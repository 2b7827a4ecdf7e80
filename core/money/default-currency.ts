import type { Language } from '../i18n/language.ts';
import { getOwn } from '../storage/guards.ts';
import type { CurrencyCode } from './currency.ts';

/**
 * Returns the second currency if the user chose none.
 * @param defaults `CURRENCY_DEFAULTS`; the page-facing script reads them from storage
 * @param tag BCP 47 tag of the page (or of the browser), e.g. `zh-HK`; may be empty
 * @param shown language of the user interface on that page
 */
export function defaultCurrency(
  defaults: Readonly<Record<string, CurrencyCode>>,
  tag: string,
  shown: Language,
): CurrencyCode {
  const [language = '', ...rest] = tag.split('-');
  // The region is more specific than the language.
  const keys = [...rest.map((part) => part.toUpperCase()), language.toLowerCase(), `*${shown}`];
  return keys.map((key) => getOwn(defaults, key)).find(Boolean) ?? 'USD';
}
