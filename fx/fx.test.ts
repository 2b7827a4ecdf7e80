import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CURRENCY_CODES } from '../core/money/currency.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { fetchFromWorld } from '../world/ask.ts';
import { startWorld, type World } from '../world/world.ts';
import { coingeckoFx } from './coingecko-fx.ts';
import { currencyApi } from './currency-api.ts';
import { erApi } from './er-api.ts';
import { frankfurter } from './frankfurter.ts';
import { FX_SOURCES } from './index.ts';

const AT = 1_760_000_000_000;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const urlOf = (source: (typeof FX_SOURCES)[number]): string => source.origins[0] + source.request();

test('the wide daily table comes first, then the central banks, then what is left', () => {
  expect(FX_SOURCES.map(({ id }) => id)).toEqual(['er-api', 'frankfurter', 'currency-api', 'coingecko-fx']);
});

describe.each(FX_SOURCES.map((source) => [source.id, source] as const))('%s', (_id, source) => {
  test('tells every second currency, the golden yuan among them, with the day it is of', async () => {
    const told = source.decode(await answerFrom(world, urlOf(source)));
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.perUsd.CNY).toBe('7.1758');
    expect(Object.keys(told.value.perUsd).sort()).toEqual([...CURRENCY_CODES].sort());
    expect(told.value.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(Date.parse(told.value.date)).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    ['rate-limited', 'rate-limited'],
    ['forbidden-html', 'refused'],
    ['payment-required', 'plan'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['html-200', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
  ] as const)('its own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind }, source)).toBe(expected);
  });
});

describe('ExchangeRate-API', () => {
  const body = (over: Record<string, unknown>) => ({
    result: 'success',
    base_code: 'USD',
    time_last_update_unix: 1760054551,
    rates: { USD: 1, CNY: 7.1758 },
    ...over,
  });
  const decode = (value: unknown) => erApi.decode({ status: 200, body: value, at: AT });

  test('asks for the dollar’s table, and must be named', () => {
    expect(urlOf(erApi)).toBe('https://open.er-api.com/v6/latest/USD');
    expect(erApi.attribution).toEqual({
      text: 'Rates By Exchange Rate API',
      url: 'https://www.exchangerate-api.com',
    });
  });

  test('the date is the day of its last update', () => {
    expect(decode(body({}))).toEqual({
      ok: true,
      value: { date: '2025-10-10', perUsd: { CNY: '7.1758', USD: '1' } },
    });
  });

  test.each([
    [{ result: 'error', 'error-type': 'unsupported-code' }, failed('refused')],
    [{ result: 'error' }, failed('refused')],
    [body({ base_code: 'EUR' }), failed('bad-shape')],
    [body({ rates: undefined, conversion_rates: {} }), failed('bad-shape')],
    [body({ rates: [] }), failed('empty')],
    [body({ rates: {} }), failed('empty')],
    [body({ rates: { CNY: 0, EUR: 'x', XXX: 5 } }), failed('empty')],
    [body({ time_last_update_unix: 1e300 }), failed('bad-shape')],
    [body({ time_last_update_unix: 'today' }), failed('bad-shape')],
    [[], failed('bad-shape')],
    [null, failed('bad-shape')],
  ])('body no. %# fails', (value, failure) => {
    expect(decode(value)).toEqual(failure);
  });
});

describe('Frankfurter', () => {
  const row = (quote: string, rate: unknown, date = '2026-03-25', base = 'USD') => ({
    date,
    base,
    quote,
    rate,
  });
  const decode = (value: unknown) => frankfurter.decode({ status: 200, body: value, at: AT });

  test('asks version 2 for every second currency, which knows the Taiwan dollar', () => {
    const { host, pathname, searchParams } = new URL(urlOf(frankfurter));
    expect(host + pathname).toBe('api.frankfurter.dev/v2/rates');
    expect(searchParams.get('base')).toBe('USD');
    expect(searchParams.get('quotes')?.split(',')).toEqual(CURRENCY_CODES.filter((code) => code !== 'USD'));
  });

  test('of several dates the oldest is told', () => {
    const rows = [row('CNY', 7.17, '2026-03-25'), row('TWD', 30.7, '2026-03-23'), row('USD', 1)];
    expect(decode(rows)).toEqual({
      ok: true,
      value: { date: '2026-03-23', perUsd: { CNY: '7.17', TWD: '30.7', USD: '1' } },
    });
  });

  test.each([
    [[], failed('empty')],
    [{ message: 'not found' }, failed('bad-shape')],
    [{ base: 'USD', rates: { CNY: 7.1 } }, failed('bad-shape')],
    [[row('CNY', 7.1, '2026-03-25', 'EUR')], failed('bad-shape')],
    [[row('CNY', 'seven')], failed('bad-shape')],
    [[row('CNY', 7.1, 'yesterday')], failed('bad-shape')],
    [[row('CNY', 7.1, '2026-02-30')], failed('bad-shape')],
    [[row('CNY', 0)], failed('bad-shape')],
    [[row('__proto__', 1)], failed('bad-shape')],
    [[null, 7], failed('bad-shape')],
  ])('body no. %# fails', (value, failure) => {
    expect(decode(value)).toEqual(failure);
  });

  test('a bad row takes no good one with it', () => {
    const told = decode([row('CNY', null), row('EUR', 0.86), 'x']);
    expect(told.ok && told.value.perUsd).toEqual({ EUR: '0.86' });
  });
});

describe('currency-api', () => {
  test('is asked in two places, whose folders differ', async () => {
    const urls = currencyApi.origins.map((origin) => origin + currencyApi.request());
    expect(urls).toEqual([
      'https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json',
      'https://latest.currency-api.pages.dev/v1/currencies/usd.min.json',
    ]);
    for (const url of urls) {
      const told = currencyApi.decode(await answerFrom(world, url));
      expect(told.ok && told.value.perUsd.TWD).toBe('30.72');
    }
  });

  test.each([
    [
      { date: '2026-11-22', usd: { cny: 7.1, xyz: 1, btc: 1e-5 } },
      { date: '2026-11-22', perUsd: { CNY: '7.1' } },
    ],
    [
      { date: '2026-11-22', usd: { cny: '7.1', eur: 0, jpy: null } },
      { date: '2026-11-22', perUsd: { CNY: '7.1' } },
    ],
  ])('table no. %# is read', (body, value) => {
    expect(currencyApi.decode({ status: 200, body, at: AT })).toEqual({ ok: true, value });
  });

  test.each([
    [{ date: '2026-11-22', usd: {} }, failed('empty')],
    [{ date: '2026-11-22', eur: { cny: 7.1 } }, failed('bad-shape')],
    [{ date: '2026-13-45', usd: { cny: 7.1 } }, failed('bad-shape')],
    [{ usd: { cny: 7.1 } }, failed('bad-shape')],
    [[], failed('bad-shape')],
  ])('table no. %# fails', (body, failure) => {
    expect(currencyApi.decode({ status: 200, body, at: AT })).toEqual(failure);
  });
});

describe('CoinGecko exchange rates', () => {
  const rates = {
    btc: { value: 1 },
    usd: { value: 75817.765 },
    cny: { value: 515083.156 },
    eur: { value: null },
  };

  test('are per bitcoin: a dollar’s is one by the other, of the day of the answer', () => {
    expect(coingeckoFx.decode({ status: 200, body: { rates }, at: AT })).toEqual({
      ok: true,
      value: { date: '2025-10-09', perUsd: { USD: '1', CNY: '6.7937' } },
    });
  });

  test.each([
    [{ rates: { ...rates, usd: undefined } }, failed('bad-shape')],
    [{ rates: { ...rates, usd: { value: 0 } } }, failed('bad-shape')],
    [{ rates: [] }, failed('bad-shape')],
    [{ status: { error_code: 429 } }, failed('bad-shape')],
    [null, failed('bad-shape')],
  ])('body no. %# fails', (body, failure) => {
    expect(coingeckoFx.decode({ status: 200, body, at: AT })).toEqual(failure);
  });
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
