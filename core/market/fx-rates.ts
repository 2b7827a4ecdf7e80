import { CURRENCY_CODES, type CurrencyCode } from '../money/currency.ts';
import { decimalText, parseDecimal } from '../money/decimal.ts';

/** Reads the supported currencies from an untrusted table of rates, as decimal text. Drops unusable rates. */
export function readRates(table: Readonly<Record<string, unknown>>): Partial<Record<CurrencyCode, string>> {
  const perUsd: Partial<Record<CurrencyCode, string>> = {};
  for (const code of CURRENCY_CODES) {
    const rate = Object.hasOwn(table, code) ? parseDecimal(table[code]) : null;
    if (rate && rate.digits > 0n) perUsd[code] = decimalText(rate);
  }
  return perUsd;
}

/** Converts ms since the epoch to a UTC date, `2026-11-24`; null for implausible times. */
export function dayOf(time: number): string | null {
  return time > 0 && time < 4e12 ? new Date(time).toISOString().slice(0, 10) : null;
}

/** Checks for a valid date in that format. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(Date.parse(text)) === text;
