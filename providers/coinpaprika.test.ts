import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { coinpaprika } from './coinpaprika.ts';

const AT = Date.parse('2025-06-25T11:00:00Z');
const ALL = COINS.map(({ id }) => id);
const [ORIGIN] = coinpaprika.origins;
const row = (id: string, price: unknown, over = {}) => ({
  id,
  name: 'x',
  symbol: 'X',
  rank: 1,
  last_updated: '2025-06-25T10:47:48Z',
  quotes: { USD: { price, volume_24h: 7.5, percent_change_24h: -1.25, ...over } },
});
const decode = (body: unknown, usdtUsd?: string) =>
  coinpaprika.decode({ status: 200, body, at: AT }, ALL, usdtUsd);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('knows every coin, each by an id of its own', async () => {
  expect(ALL.filter((id) => !coinpaprika.covers(id))).toEqual([]);
  const told = coinpaprika.decode(await answerFrom(world, ORIGIN + coinpaprika.request(ALL)), ALL);
  if (!told.ok) throw new Error(told.failure.kind);
  expect([...told.value.quotes.keys()].sort()).toEqual([...ALL].sort());
  expect(told.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
  expect(told.value.usdtUsd).toBe('1');
});

test('the documented row is read: numbers, in dollars, dated', () => {
  const quote = { change24h: '-1.25', source: 'coinpaprika', at: Date.parse('2025-06-25T10:47:48Z') };
  const body = [
    row('btc-bitcoin', 107077.69661924685),
    row('usdt-tether', 0.5),
    row('ton-tokamak-network', 1),
  ];
  expect(decode(body, '3')).toEqual({
    ok: true,
    value: {
      quotes: new Map([
        ['bitcoin', { ...quote, last: '214155.3932384937', volume24h: '15' }],
        ['tether', { ...quote, last: '1', volume24h: '15' }],
      ]),
      usdtUsd: '0.5',
    },
  });
});

test.each([
  ['text for numbers', [row('btc-bitcoin', '5', { percent_change_24h: '2' })], '5', '2'],
  ['no change', [row('btc-bitcoin', 5, { percent_change_24h: null })], '5', null],
  ['a USDT that costs nothing', [row('btc-bitcoin', 5), row('usdt-tether', 0)], '10', '-1.25'],
])('%s', (what, body, last, change24h) => {
  const told = decode(body, what.includes('USDT') ? '0.5' : undefined);
  expect(told.ok && told.value.quotes.get('bitcoin')).toMatchObject({ last, change24h });
  expect(told.ok && told.value.usdtUsd).toBeUndefined();
});

test('of two ids that lists disagree on the younger row counts', () => {
  const old = { ...row('rndr-render-token', 9), last_updated: '2024-07-01T00:00:00Z' };
  for (const body of [
    [old, row('render-render', 3)],
    [row('render-render', 3), old],
  ]) {
    const told = decode(body);
    expect(told.ok && told.value.quotes.get('render-token')?.last).toBe('3');
  }
});

describe('what cannot be used', () => {
  test.each<[unknown, ReturnType<typeof failed>]>([
    [{ error: 'id not found' }, failed('bad-shape')],
    [[], failed('empty')],
    [[row('ton-tokamak-network', 1)], failed('empty')],
    [[{ id: 'btc-bitcoin', quotes: null }], failed('bad-shape')],
    [[{ id: 'btc-bitcoin', quotes: { EUR: { price: 1 } } }], failed('bad-shape')],
    [[row('btc-bitcoin', -1)], failed('bad-shape')],
    [[null, 7, 'x'], failed('bad-shape')],
  ])('body no. %#', (body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test.each([
    ['payment-required', 'plan'],
    ['rate-limited', 'rate-limited'],
    ['forbidden-html', 'refused'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['html-200', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
  ] as const)('its own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind }, coinpaprika, ALL)).toBe(expected);
  });
});
