/** Second currencies that users can choose. */
export const CURRENCY_CODES = [
  'CNY',
  'USD',
  'EUR',
  'HKD',
  'TWD',
  'JPY',
  'KRW',
  'GBP',
  'SGD',
  'AUD',
  'CAD',
  'INR',
] as const;

export type CurrencyCode = (typeof CURRENCY_CODES)[number];

/** Currency signs. */
export const CURRENCY_SIGNS: Readonly<Record<CurrencyCode, string>> = {
  CNY: '¥',
  USD: '$',
  EUR: '€',
  HKD: 'HK$',
  TWD: 'NT$',
  // Not a bare ¥, which means yuan on Chinese pages.
  JPY: 'JP¥',
  KRW: '₩',
  GBP: '£',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
  INR: '₹',
};

/** Yen and won have no minor unit. */
export const hasMinorUnit = (code: CurrencyCode): boolean => code !== 'JPY' && code !== 'KRW';

/**
 * Second currency if the user chose none. Keys are a region (upper case) or language (lower case) of a BCP 47 tag, or a
 * star and the language of the user interface.
 */
export const CURRENCY_DEFAULTS: Readonly<Record<string, CurrencyCode>> = {
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
  '*en': 'USD',
  '*zh-Hans': 'CNY',
  '*zh-Hant': 'TWD',
};
