import * as v from 'valibot';
import { dayOf, readRates } from '../core/market/fx-rates.ts';
import type { FxSource } from '../core/sources/price-source.ts';
import { failed, success } from '../core/sources/result.ts';

const Body = v.object({
  result: v.literal('success'),
  base_code: v.literal('USD'),
  time_last_update_unix: v.union([v.number(), v.string()]),
  rates: v.record(v.string(), v.unknown()),
});
const Refusal = v.object({ result: v.literal('error') });

/**
 * ExchangeRate-API's open endpoint: about 166 currencies, once a day, attribution required.
 * Source: exchangerate-api.com/docs/free.
 */
export const erApi: FxSource = {
  id: 'er-api',
  label: 'ExchangeRate-API',
  origins: ['https://open.er-api.com'],
  attribution: { text: 'Rates By Exchange Rate API', url: 'https://www.exchangerate-api.com' },
  limit: { requests: 6, perMs: 60 * 60_000 },
  request: () => '/v6/latest/USD',
  decode({ body }) {
    if (v.is(Refusal, body)) return failed('refused');
    const parsed = v.safeParse(Body, body);
    if (!parsed.success) return failed('bad-shape');
    const date = dayOf(Number(parsed.output.time_last_update_unix) * 1000);
    if (date === null) return failed('bad-shape');
    const perUsd = readRates(parsed.output.rates);
    if (Object.keys(perUsd).length === 0) return failed('empty');
    return success({ date, perUsd });
  },
};
