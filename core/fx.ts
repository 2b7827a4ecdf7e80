import { CURRENCY_CODES } from './currency.ts';
import { decimalText, parseDecimal } from './decimal.ts';

/** The rates Tickside needs out of a source's table, as decimal text; null when not one of them is usable. */
export function readRates(table: Readonly<Record<string, unknown>>): Record<string, string> | null {
  const perUsd: Record<string, string> = {};
  for (const code of CURRENCY_CODES) {
    const rate = Object.hasOwn(table, code) ? parseDecimal(table[code]) : null;
    if (rate && rate.digits > 0n) perUsd[code] = decimalText(rate);
  }
  return Object.keys(perUsd).length > 0 ? perUsd : null;
}
