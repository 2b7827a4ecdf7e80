import * as v from 'valibot';
import { isDay, readRates } from '../core/market/fx-rates.ts';
import { CURRENCY_CODES } from '../core/money/currency.ts';
import type { FxSource } from '../core/sources/price-source.ts';
import { failed, success } from '../core/sources/result.ts';

const Row = v.object({
  date: v.pipe(v.string(), v.check(isDay)),
  base: v.literal('USD'),
  quote: v.string(),
  rate: v.union([v.number(), v.string()]),
});

const QUOTES = CURRENCY_CODES.filter((code) => code !== 'USD').join(',');

/**
 * Frankfurter v2: reference rates of central banks, business days only, so dates lag over weekends. v1 has no Taiwan
 * dollar. Each row has its own date; the oldest is used, so that no rate looks newer than it is. Source:
 * frankfurter.dev and its repository.
 */
export const frankfurter: FxSource = {
  id: 'frankfurter',
  label: 'Frankfurter',
  origins: ['https://api.frankfurter.dev'],
  limit: { requests: 12, perMs: 60 * 60_000 },
  request: () => `/v2/rates?base=USD&quotes=${QUOTES}`,
  decode({ body }) {
    if (!Array.isArray(body)) return failed('bad-shape');
    const rows = body.flatMap((item) => {
      const row = v.safeParse(Row, item);
      return row.success ? [row.output] : [];
    });
    const perUsd = readRates(Object.fromEntries(rows.map((row) => [row.quote, row.rate])));
    const [oldest] = rows.map((row) => row.date).sort();
    if (!oldest || Object.keys(perUsd).length === 0) return failed(body.length > 0 ? 'bad-shape' : 'empty');
    return success({ date: oldest, perUsd });
  },
};
