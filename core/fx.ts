import { CURRENCY_CODES, type CurrencyCode } from './currency.ts';
import { decimalText, parseDecimal } from './decimal.ts';

/** The rates Tickside needs out of a table, a source's or a stored one, as decimal text; unusable ones are left out. */
export function readRates(table: Readonly<Record<string, unknown>>): Partial<Record<CurrencyCode, string>> {
  const perUsd: Partial<Record<CurrencyCode, string>> = {};
  for (const code of CURRENCY_CODES) {
    const rate = Object.hasOwn(table, code) ? parseDecimal(table[code]) : null;
    if (rate && rate.digits > 0n) perUsd[code] = decimalText(rate);
  }
  return perUsd;
}
