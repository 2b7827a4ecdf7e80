import * as v from 'valibot';
import { dayOf, readRates } from '../core/market/fx-rates.ts';
import { CURRENCY_CODES } from '../core/money/currency.ts';
import { decimalText, divide, parseDecimal, roundTo } from '../core/money/decimal.ts';
import type { FxSource } from '../core/sources/price-source.ts';
import { failed, success } from '../core/sources/result.ts';

const Body = v.object({ rates: v.record(v.string(), v.unknown()) });
const Rate = v.object({ value: v.unknown() });
// Rates per bitcoin are truncated after three decimals, so digits of a USD rate beyond these six are noise.
const PLACES = 6;

/**
 * CoinGecko's exchange rates, the last resort. They are quoted per bitcoin, so a USD rate is the quotient of two of
 * them. They are updated every minute; their date is the day of the answer. Shares the rate limit of CoinGecko's
 * prices. Source: docs.coingecko.com, "BTC-to-Currency Exchange Rates".
 */
export const coingeckoFx: FxSource = {
  id: 'coingecko-fx',
  label: 'CoinGecko exchange rates',
  origins: ['https://api.coingecko.com'],
  attribution: { text: 'Data provided by CoinGecko', url: 'https://www.coingecko.com' },
  limit: { requests: 6, perMs: 60_000 },
  request: () => '/api/v3/exchange_rates',
  decode({ body, at }) {
    const parsed = v.safeParse(Body, body);
    const date = dayOf(at);
    if (!parsed.success || date === null) return failed('bad-shape');
    const perBtc = (code: string) => {
      const rate = v.safeParse(Rate, parsed.output.rates[code.toLowerCase()]);
      const value = rate.success ? parseDecimal(rate.output.value) : null;
      return value && value.digits > 0n ? value : null;
    };
    const dollars = perBtc('USD');
    if (!dollars) return failed('bad-shape');
    const table = CURRENCY_CODES.flatMap((code) => {
      const units = perBtc(code);
      const rate = units && divide(units, dollars, PLACES + 6);
      return rate ? [[code, decimalText({ digits: roundTo(rate, PLACES), scale: PLACES })] as const] : [];
    });
    const perUsd = readRates(Object.fromEntries(table));
    return Object.keys(perUsd).length > 0 ? success({ date, perUsd }) : failed('empty');
  },
};
