import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { coingecko } from './coingecko.ts';

const AT = Date.parse('2026-05-18T13:00:00Z');
const ALL = COINS.map(({ id }) => id);
const [ORIGIN] = coingecko.origins;
const queryOf = (ids: readonly string[]) => new URL(coingecko.request(ids), ORIGIN).searchParams;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the request', () => {
  test('is one page of at most 250 coins in dollars, by market cap, with full precision', () => {
    const query = queryOf(ALL);
    expect(Object.fromEntries(query)).toEqual({
      vs_currency: 'usd',
      ids: ALL.join(','),
      order: 'market_cap_desc',
      per_page: '250',
      page: '1',
      precision: 'full',
    });
    expect(query.get('ids')?.split(',').length).toBeLessThanOrEqual(250);
    expect(new URL(coingecko.request(ALL), ORIGIN).pathname).toBe('/api/v3/coins/markets');
  });

  test('always contains USDT, once: conversion to USDT needs its price', () => {
    expect(queryOf(['monero']).get('ids')).toBe('monero,tether');
    expect(queryOf(['tether', 'monero']).get('ids')).toBe('tether,monero');
    expect(queryOf([]).get('ids')).toBe('tether');
  });

  test('covers every coin: the ids are its own', () => {
    expect(ALL.every((id) => coingecko.covers(id))).toBe(true);
    expect(coingecko.covers('tokamak-network')).toBe(false);
  });
});

describe('real responses', () => {
  test('provide every coin, the ranking, and the price of a USDT', async () => {
    world.market.set('solana', { capRank: 0 });
    const decoded = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(ALL)), ALL);
    world.market.set('solana', { capRank: 6 });
    if (!decoded.ok) throw new Error(decoded.failure.kind);
    expect(decoded.value.quotes.size).toBe(ALL.length);
    expect(decoded.value.quotes.get('bitcoin')).toMatchObject({
      last: '105239.09',
      change24h: '0.76',
      source: 'coingecko',
    });
    expect(decoded.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
    expect(decoded.value.quotes.get('bittorrent')?.last).toBe('0.0000006234');
    expect(decoded.value.usdtUsd).toBe('1');
    expect(decoded.value.ranking?.slice(0, 3)).toEqual(['solana', 'bitcoin', 'ethereum']);
    expect([...(decoded.value.ranking ?? [])].sort()).toEqual([...ALL].sort());
  });

  test('prices in dollars are converted to USDT, to the digit', async () => {
    world.market.set('tether', { last: '0.998' });
    const decoded = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(['bitcoin'])), [
      'bitcoin',
    ]);
    world.market.set('tether', { last: '1' });
    if (!decoded.ok) throw new Error(decoded.failure.kind);
    expect(decoded.value.usdtUsd).toBe('0.998');
    // 105239.09 / 0.998
    expect(decoded.value.quotes.get('bitcoin')?.last).toMatch(/^105449\.98997995991983967/);
    expect(decoded.value.quotes.get('tether')?.last).toBe('1');
  });

  test('a coin without a price is ranked but has no quote', async () => {
    world.market.set('pepe', { last: '' });
    const decoded = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(ALL)), ALL);
    world.market.set('pepe', { last: '0.00001234' });
    expect(decoded.ok && decoded.value.quotes.has('pepe')).toBe(false);
    expect(decoded.ok && decoded.value.ranking?.includes('pepe')).toBe(true);
  });
});

describe('invalid responses', () => {
  const decode = (body: unknown) => coingecko.decode({ status: 200, body, at: AT }, ALL);
  const tether = { id: 'tether', current_price: 1 };

  test.each([
    ['is not there', [], undefined, '5'],
    ['is not there, but known', [], '0.5', '10'],
    ['has no price', [{ id: 'tether', current_price: null }], '0.5', '10'],
    ['is a string', [{ id: 'tether', current_price: '0.25' }], '0.5', '20'],
  ])('if USDT %s, other prices are still converted', (_what, more, usdtUsd, last) => {
    const body = [{ id: 'bitcoin', current_price: 5, total_volume: '5' }, ...more];
    const decoded = coingecko.decode({ status: 200, body, at: AT }, ALL, usdtUsd);
    expect(decoded.ok && decoded.value.quotes.get('bitcoin')).toMatchObject({ last, volume24h: last });
    expect(decoded.ok && decoded.value.usdtUsd).toBe(last === '20' ? '0.25' : undefined);
  });

  test('an invalid row does not affect valid ones', () => {
    const decoded = decode([
      { id: 'bitcoin', current_price: 'x' },
      null,
      { id: 'ripple', current_price: 2 },
      tether,
    ]);
    expect(decoded.ok && [...decoded.value.quotes.keys()]).toEqual(['ripple', 'tether']);
  });
});

describe('past prices', () => {
  const { candles } = coingecko;
  if (!candles) throw new Error('none');

  test('are points, converted to USDT; USDT itself has none', () => {
    const prices = [
      [1711843200000, 69702.3087473573],
      [1711929600000, 71246.9514406015],
      [1711983682000, null],
      'x',
    ];
    const body = { prices, market_caps: [], total_volumes: [] };
    expect(candles.decode({ status: 200, body, at: AT }, 'bitcoin', '2')).toEqual({
      ok: true,
      value: [
        { at: 1711843200000, ms: 0, open: '34851.15437367865', close: '34851.15437367865' },
        { at: 1711929600000, ms: 0, open: '35623.47572030075', close: '35623.47572030075' },
      ],
    });
    expect(candles.covers('tether')).toBe(false);
    expect(candles.decode({ status: 200, body: { prices: [] }, at: AT }, 'bitcoin')).toEqual(failed('empty'));
    expect(candles.decode({ status: 200, body: { error: 'x' }, at: AT }, 'bitcoin')).toEqual(
      failed('bad-shape'),
    );
  });
});
