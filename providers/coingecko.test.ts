import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/catalogue.ts';
import { failed, failureOfAnswer } from '../core/failure.ts';
import { answerFrom, getFrom } from '../tests/world-reach.ts';
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

  test('always brings USDT along, once: without it nothing can be told in USDT', () => {
    expect(queryOf(['monero']).get('ids')).toBe('monero,tether');
    expect(queryOf(['tether', 'monero']).get('ids')).toBe('tether,monero');
    expect(queryOf([]).get('ids')).toBe('tether');
  });

  test('covers every coin, being who names them', () => {
    expect(ALL.every((id) => coingecko.covers(id))).toBe(true);
    expect(coingecko.covers('tokamak-network')).toBe(false);
  });
});

describe('real answers', () => {
  test('tell every coin, the ranking, and what a USDT costs', async () => {
    world.market.set('solana', { capRank: 0 });
    const told = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(ALL)), ALL);
    world.market.set('solana', { capRank: 6 });
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.quotes.size).toBe(ALL.length);
    expect(told.value.quotes.get('bitcoin')).toMatchObject({
      last: '105239.09',
      change24h: '0.76',
      source: 'coingecko',
    });
    expect(told.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
    expect(told.value.quotes.get('bittorrent')?.last).toBe('0.0000006234');
    expect(told.value.usdtUsd).toBe('1');
    expect(told.value.ranking?.slice(0, 3)).toEqual(['solana', 'bitcoin', 'ethereum']);
    expect([...(told.value.ranking ?? [])].sort()).toEqual([...ALL].sort());
  });

  test('prices in dollars are told in USDT, to the digit', async () => {
    world.market.set('tether', { last: '0.998' });
    const told = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(['bitcoin'])), [
      'bitcoin',
    ]);
    world.market.set('tether', { last: '1' });
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.usdtUsd).toBe('0.998');
    // 105239.09 / 0.998
    expect(told.value.quotes.get('bitcoin')?.last).toMatch(/^105449\.98997995991983967/);
    expect(told.value.quotes.get('tether')?.last).toBe('1');
  });

  test('a coin without a price is ranked but has no quote', async () => {
    world.market.set('pepe', { last: '' });
    const told = coingecko.decode(await answerFrom(world, ORIGIN + coingecko.request(ALL)), ALL);
    world.market.set('pepe', { last: '0.00001234' });
    expect(told.ok && told.value.quotes.has('pepe')).toBe(false);
    expect(told.ok && told.value.ranking?.includes('pepe')).toBe(true);
  });

  test('the documented row is read: numbers, nulls, exponents, ISO time', () => {
    const body = [
      {
        ...{ id: 'bitcoin', symbol: 'btc', name: 'Bitcoin', current_price: 77671, market_cap: 1555886872303 },
        ...{ market_cap_rank: 1, price_change_percentage_24h: -0.95302, roi: null },
        last_updated: '2026-05-18T12:49:21.599Z',
      },
      { id: 'pepe', current_price: 5.9e-6, price_change_percentage_24h: null, last_updated: null },
      {
        id: 'tether',
        current_price: 1,
        price_change_percentage_24h: 5.9e-7,
        last_updated: '2026-05-18T12:49:00Z',
      },
    ];
    const told = coingecko.decode({ status: 200, body, at: AT }, ALL);
    expect(told).toEqual({
      ok: true,
      value: {
        quotes: new Map([
          [
            'bitcoin',
            {
              last: '77671',
              change24h: '-0.95302',
              source: 'coingecko',
              at: Date.parse('2026-05-18T12:49:21.599Z'),
            },
          ],
          ['pepe', { last: '0.0000059', change24h: null, source: 'coingecko', at: AT }],
          [
            'tether',
            {
              last: '1',
              change24h: '0.00000059',
              source: 'coingecko',
              at: Date.parse('2026-05-18T12:49:00Z'),
            },
          ],
        ]),
        ranking: ['bitcoin', 'pepe', 'tether'],
        usdtUsd: '1',
      },
    });
  });
});

describe('what cannot be used', () => {
  const decode = (body: unknown) => coingecko.decode({ status: 200, body, at: AT }, ALL);
  const tether = { id: 'tether', current_price: 1 };

  test.each<[string, unknown, ReturnType<typeof failed>]>([
    ['an error object', { status: { error_code: 429, error_message: 'Rate limit' } }, failed('bad-shape')],
    ['another error object', { error: 'coin not found' }, failed('bad-shape')],
    ['no rows', [], failed('empty')],
    ['rows of nobody we know', [{ id: 'tokamak-network', current_price: 1.34 }], failed('bad-shape')],
    ['rows without USDT', [{ id: 'bitcoin', current_price: 5 }], failed('bad-shape')],
    ['USDT without a price', [{ id: 'tether', current_price: null }], failed('bad-shape')],
    ['USDT for nothing', [{ id: 'tether', current_price: 0 }], failed('bad-shape')],
    ['USDT below zero', [{ id: 'tether', current_price: -1 }], failed('bad-shape')],
    ['prices as text', [{ id: 'tether', current_price: '1' }], failed('bad-shape')],
    ['null', null, failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test('a bad row takes no good one with it', () => {
    const told = decode([
      { id: 'bitcoin', current_price: 'x' },
      null,
      { id: 'ripple', current_price: 2 },
      tether,
    ]);
    expect(told.ok && [...told.value.quotes.keys()]).toEqual(['ripple', 'tether']);
  });

  test.each([
    ['rate-limited', failed('rate-limited', 60_000)],
    ['geo-blocked', failed('refused')],
    ['payment-required', failed('plan')],
    ['forbidden-html', failed('refused')],
    ['wrong-shape', failed('bad-shape')],
    ['html-200', failed('bad-json')],
    ['truncated-json', failed('bad-json')],
  ] as const)('its own way of %s', async (kind, failure) => {
    world.fault('api.coingecko.com', { kind });
    const got = await getFrom(world, ORIGIN + coingecko.request(ALL));
    world.fault('api.coingecko.com', null);
    if (!got.ok) throw new Error(got.failure.kind);
    expect(failureOfAnswer(got.value) ?? coingecko.decode(got.value, ALL)).toEqual(failure);
  });
});
