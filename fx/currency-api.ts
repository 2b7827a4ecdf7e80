import * as v from 'valibot';
import { isDay, readRates } from '../core/market/fx-rates.ts';
import type { FxSource } from '../core/sources/price-source.ts';
import { failed, success } from '../core/sources/result.ts';

const Body = v.object({ date: v.pipe(v.string(), v.check(isDay)), usd: v.record(v.string(), v.unknown()) });

/**
 * A daily table of more than 200 currencies, published as static files on a CDN, with a fallback host. Codes are in
 * lower case. Source: the README of fawazahmed0/exchange-api.
 */
export const currencyApi: FxSource = {
  id: 'currency-api',
  label: 'currency-api',
  origins: [
    'https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest',
    'https://latest.currency-api.pages.dev',
  ],
  limit: { requests: 4, perMs: 60 * 60_000 },
  request: () => '/v1/currencies/usd.min.json',
  decode({ body }) {
    const parsed = v.safeParse(Body, body);
    if (!parsed.success) return failed('bad-shape');
    const { date, usd } = parsed.output;
    const perUsd = readRates(
      Object.fromEntries(Object.entries(usd).map(([code, rate]) => [code.toUpperCase(), rate])),
    );
    return Object.keys(perUsd).length > 0 ? success({ date, perUsd }) : failed('empty');
  },
};
