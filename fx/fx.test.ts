import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CURRENCY_CODES } from '../core/currency.ts';
import { FAILURE_KINDS, failed, failureOfAnswer } from '../core/failure.ts';
import { answerFrom, getFrom, hostileBodies } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
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

test('the wide daily table comes first, the central banks second', () => {
  expect(FX_SOURCES.map(({ id }) => id)).toEqual(['er-api', 'frankfurter']);
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
    const { host } = new URL(urlOf(source));
    world.fault(host, { kind });
    const got = await getFrom(world, urlOf(source));
    world.fault(host, null);
    if (!got.ok) throw new Error(got.failure.kind);
    expect(failureOfAnswer(got.value) ?? source.decode(got.value)).toMatchObject({
      ok: false,
      failure: { kind: expected },
    });
  });

  test('no body makes it throw or tell a rate that cannot be', async () => {
    const answer = await answerFrom(world, urlOf(source));
    fc.assert(
      fc.property(hostileBodies(answer.body), (body) => {
        const told = source.decode({ ...answer, body });
        if (!told.ok) return void expect(FAILURE_KINDS).toContain(told.failure.kind);
        expect(told.value.date).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d$|^[+-]\d{6}-\d\d?$/);
        expect(Object.keys(told.value.perUsd).length).toBeGreaterThan(0);
        for (const [code, rate] of Object.entries(told.value.perUsd)) {
          expect(CURRENCY_CODES).toContain(code);
          expect(rate).toMatch(/^\d+(\.\d*[1-9])?$/);
          expect(rate).toMatch(/[1-9]/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('ExchangeRate-API', () => {
  const body = (over: Record<string, unknown>) => ({
    ...{
      result: 'success',
      base_code: 'USD',
      time_last_update_unix: 1760054551,
      rates: { USD: 1, CNY: 7.1758 },
    },
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
    [[row('CNY', '7.1')], failed('bad-shape')],
    [[row('CNY', 7.1, 'yesterday')], failed('bad-shape')],
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
