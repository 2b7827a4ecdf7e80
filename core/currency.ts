import type { Language } from './language.ts';

/** Second currencies a reader can choose, and the sign each is written with. */
export const CURRENCY_SIGNS = {
  CNY: '¥',
  USD: '$',
  EUR: '€',
  HKD: 'HK$',
  TWD: 'NT$',
  // Not the bare ¥: on a Chinese page that means yuan.
  JPY: 'JP¥',
  KRW: '₩',
  GBP: '£',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
  INR: '₹',
} as const;

export type CurrencyCode = keyof typeof CURRENCY_SIGNS;

export const CURRENCY_CODES = Object.keys(CURRENCY_SIGNS) as readonly CurrencyCode[];

/** Yen and won have no minor unit. */
export const hasMinorUnit = (code: CurrencyCode): boolean => code !== 'JPY' && code !== 'KRW';

// By region (upper case) or language (lower case), as in a BCP 47 tag.
const DEFAULTS: Readonly<Record<string, CurrencyCode>> = {
  CN: 'CNY',
  HK: 'HKD',
  TW: 'TWD',
  GB: 'GBP',
  SG: 'SGD',
  AU: 'AUD',
  CA: 'CAD',
  IN: 'INR',
  ja: 'JPY',
  ko: 'KRW',
  de: 'EUR',
  fr: 'EUR',
  es: 'EUR',
  it: 'EUR',
  nl: 'EUR',
};

const BY_LANGUAGE: Readonly<Record<Language, CurrencyCode>> = {
  en: 'USD',
  'zh-Hans': 'CNY',
  'zh-Hant': 'TWD',
};

/**
 * The second currency to show when the reader has not chosen one.
 * @param tag BCP 47 tag of the page (or of the browser), e.g. `zh-HK`; may be empty
 * @param shown the language Tickside speaks there
 */
export function defaultCurrency(tag: string, shown: Language): CurrencyCode {
  const [language = '', ...rest] = tag.split('-');
  // A region tells more than a language.
  for (const key of [...rest.map((part) => part.toUpperCase()), language.toLowerCase()]) {
    if (Object.hasOwn(DEFAULTS, key)) return DEFAULTS[key] ?? BY_LANGUAGE[shown];
  }
  return BY_LANGUAGE[shown];
}
