import { CURRENCY_CODES, type CurrencyCode } from '../money/currency.ts';
import { decimalText, parseDecimal } from '../money/decimal.ts';

/** The rates Tickside needs out of a table, a source's or a stored one, as decimal text; unusable ones are left out. */
export function readRates(table: Readonly<Record<string, unknown>>): Partial<Record<CurrencyCode, string>> {
  const perUsd: Partial<Record<CurrencyCode, string>> = {};
  for (const code of CURRENCY_CODES) {
    const rate = Object.hasOwn(table, code) ? parseDecimal(table[code]) : null;
    if (rate && rate.digits > 0n) perUsd[code] = decimalText(rate);
  }
  return perUsd;
}

/** Ms since the epoch as a day in UTC, `2026-11-24`; null for what is no time of these centuries. */
export function dayOf(time: number): string | null {
  return time > 0 && time < 4e12 ? new Date(time).toISOString().slice(0, 10) : null;
}

/** A day of the calendar, written like that. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(Date.parse(text)) === text;
