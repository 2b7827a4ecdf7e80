import type { Language } from './language.ts';

/** Second currencies a reader can choose. `places` is the number of decimals of its minor unit. */
export const CURRENCIES = {
  CNY: { sign: '¥', places: 2 },
  USD: { sign: '$', places: 2 },
  EUR: { sign: '€', places: 2 },
  HKD: { sign: 'HK$', places: 2 },
  TWD: { sign: 'NT$', places: 2 },
  // Not the bare ¥: on a Chinese page that means yuan.
  JPY: { sign: 'JP¥', places: 0 },
  KRW: { sign: '₩', places: 0 },
  GBP: { sign: '£', places: 2 },
  SGD: { sign: 'S$', places: 2 },
  AUD: { sign: 'A$', places: 2 },
  CAD: { sign: 'C$', places: 2 },
  INR: { sign: '₹', places: 2 },
} as const satisfies Record<string, { sign: string; places: 0 | 2 }>;

export type CurrencyCode = keyof typeof CURRENCIES;

export const CURRENCY_CODES = Object.keys(CURRENCIES) as readonly CurrencyCode[];

const BY_REGION: Readonly<Record<string, CurrencyCode>> = {
  cn: 'CNY',
  hk: 'HKD',
  tw: 'TWD',
  gb: 'GBP',
  sg: 'SGD',
  au: 'AUD',
  ca: 'CAD',
  in: 'INR',
};

const BY_LANGUAGE: Readonly<Record<string, CurrencyCode>> = {
  zh: 'CNY',
  ja: 'JPY',
  ko: 'KRW',
  de: 'EUR',
  fr: 'EUR',
  es: 'EUR',
  it: 'EUR',
  nl: 'EUR',
};

/**
 * The second currency to show when the reader has not chosen one.
 * @param tag BCP 47 tag of the page (or of the browser), e.g. `zh-HK`; may be empty
 * @param shown the language Tickside speaks there
 */
export function defaultCurrency(tag: string, shown: Language): CurrencyCode {
  const parts = tag.toLowerCase().split(/[-_]/);
  for (const part of parts.slice(1)) {
    const byRegion = BY_REGION[part];
    if (byRegion) return byRegion;
  }
  if (parts[0] === 'zh' && shown === 'zh-Hant') return 'TWD';
  return BY_LANGUAGE[parts[0] ?? ''] ?? (shown === 'en' ? 'USD' : 'CNY');
}
