import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CURRENCY_CODES } from '../core/money/currency.ts';
import { describeFxSource, ratesFixtureIds } from '../tests/conformance/fx-source.ts';
import { fetchFromWorld } from '../world/ask.ts';
import { startWorld, type World } from '../world/world.ts';
import { currencyApi } from './currency-api.ts';
import { erApi } from './er-api.ts';
import { frankfurter } from './frankfurter.ts';
import { FX_SOURCES } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const urlOf = (source: (typeof FX_SOURCES)[number]): string => source.origins[0] + source.request();

test('the largest daily table comes first, then the central banks, then the others', () => {
  expect(FX_SOURCES.map(({ id }) => id)).toEqual(['er-api', 'frankfurter', 'currency-api', 'coingecko-fx']);
});

test('every fixture belongs to a source', () => {
  expect(ratesFixtureIds().sort()).toEqual(FX_SOURCES.map(({ id }) => id).sort());
});

describe.each(FX_SOURCES.map((source) => [source.id, source] as const))('%s', (_id, source) => {
  describeFxSource(source, () => world);
});

test('ExchangeRate-API: the USD table, with an attribution', () => {
  expect(urlOf(erApi)).toBe('https://open.er-api.com/v6/latest/USD');
  expect(erApi.attribution).toEqual({
    text: 'Rates By Exchange Rate API',
    url: 'https://www.exchangerate-api.com',
  });
});

test('Frankfurter: every second currency from version 2, which has the Taiwan dollar', () => {
  const { host, pathname, searchParams } = new URL(urlOf(frankfurter));
  expect(host + pathname).toBe('api.frankfurter.dev/v2/rates');
  expect(searchParams.get('base')).toBe('USD');
  expect(searchParams.get('quotes')?.split(',')).toEqual(CURRENCY_CODES.filter((code) => code !== 'USD'));
});

test('currency-api: two hosts with different paths', () => {
  expect(currencyApi.origins.map((origin) => origin + currencyApi.request())).toEqual([
    'https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json',
    'https://latest.currency-api.pages.dev/v1/currencies/usd.min.json',
  ]);
});

test.each([
  ['frankfurter', urlOf(frankfurter)] satisfies [string, string],
  ...currencyApi.origins.map(
    (origin) => ['currency-api', origin + currencyApi.request()] satisfies [string, string],
  ),
])('%s says that nothing has changed since: %s', async (_id, url) => {
  const { headers } = await fetchFromWorld(world, url);
  const again = await fetchFromWorld(world, url, { 'if-none-match': headers.etag ?? '' });
  expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
  expect((await fetchFromWorld(world, url, { 'if-none-match': 'W/"other"' })).status).toBe(200);
});
