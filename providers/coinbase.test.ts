import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { coinbase } from './coinbase.ts';

const AT = 1_760_000_000_000;
const [ORIGIN] = coinbase.origins;
const STATS = {
  open: '254.04',
  high: '255.47',
  low: '244.29',
  volume: '10',
  last: '250',
  volume_30day: '28',
};
const decode = (body: unknown, id = 'ethereum', usdtUsd?: string) =>
  coinbase.decode({ status: 200, body, at: AT }, [id], usdtUsd);
const quoteOf = (...given: Parameters<typeof decode>) => {
  const told = decode(...given);
  return told.ok ? [...told.value.quotes.values()][0] : told;
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('asks for one book with the dollar; USDC has none', () => {
  expect(coinbase.request(['bitcoin'])).toBe('/products/BTC-USD/stats');
  expect(coinbase.covers('usd-coin')).toBe(false);
});

test.each(['bitcoin', 'tether', 'pepe', 'sky'])('the real answer tells %s', async (id) => {
  const told = coinbase.decode(await answerFrom(world, ORIGIN + coinbase.request([id])), [id]);
  if (!told.ok) throw new Error(told.failure.kind);
  const coin = world.market.coin(id);
  const quote = told.value.quotes.get(id);
  expect(quote?.last).toBe(coin?.last);
  expect(Number(quote?.change24h)).toBeCloseTo(Number(coin?.change24h), 2);
});

test('the documented row is read: the change and the volume are computed', () => {
  expect(quoteOf(STATS)).toEqual({
    last: '250',
    change24h: '-1.5903',
    source: 'coinbase',
    at: AT,
    volume24h: '2500',
  });
  expect(quoteOf(STATS, 'ethereum', '0.5')).toMatchObject({ last: '500', volume24h: '5000' });
  expect(quoteOf({ ...STATS, open: 0, volume: null, last: 250 })).toEqual({
    last: '250',
    change24h: null,
    source: 'coinbase',
    at: AT,
  });
});

test('the book of USDT tells what it costs', () => {
  const told = decode({ ...STATS, open: '1', last: '0.999' }, 'tether', '0.5');
  expect(told.ok && told.value.usdtUsd).toBe('0.999');
  expect(told.ok && told.value.quotes.get('tether')).toMatchObject({
    last: '1',
    change24h: '-0.1',
    volume24h: '10',
  });
});

describe('what cannot be used', () => {
  test.each<[unknown, string, ReturnType<typeof failed>]>([
    [{ message: 'NotFound' }, 'bitcoin', failed('bad-shape')],
    [{ ...STATS, last: undefined }, 'bitcoin', failed('bad-shape')],
    [{ ...STATS, last: '0' }, 'tether', failed('bad-shape')],
    [STATS, 'usd-coin', failed('empty')],
    [[STATS], 'bitcoin', failed('bad-shape')],
    [null, 'bitcoin', failed('bad-shape')],
  ])('body no. %#', (body, id, failure) => {
    expect(decode(body, id)).toEqual(failure);
  });

  test('a book that is not there is told as such', async () => {
    const answer = await answerFrom(world, `${ORIGIN}/products/KAS-USD/stats`);
    expect(coinbase.explain?.(answer)).toEqual(failed('unknown-symbol'));
    expect(coinbase.explain?.({ ...answer, body: undefined })).toBeNull();
    expect(coinbase.explain?.({ ...answer, status: 400 })).toBeNull();
  });

  test('the list of books says which are traded', async () => {
    const listed = coinbase.listing?.decode(await answerFrom(world, ORIGIN + coinbase.listing?.path));
    expect(listed?.ok && listed.value.has('bitcoin') && !listed.value.has('kaspa')).toBe(true);
    const row = (id: unknown, over = {}) => ({ id, base_currency: '', quote_currency: 'USD', ...over });
    const body = [
      ...[row('BTC-USD'), row('ETH-EUR'), row('SOL-USD', { status: 'delisted' }), row(7), null],
      row('ADA-USD', { status: 'online', trading_disabled: true }),
    ];
    expect(coinbase.listing?.decode({ status: 200, body, at: AT })).toEqual({
      ok: true,
      value: new Set(['bitcoin']),
    });
    expect(coinbase.listing?.decode({ status: 200, body: {}, at: AT })).toEqual(failed('bad-shape'));
  });

  test.each([
    ['rate-limited', 'rate-limited'],
    ['geo-blocked', 'refused'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['html-200', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
    ['unknown-symbol', 'unknown-symbol'],
  ] as const)('the venue’s own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind, symbol: 'BTC' }, coinbase, ['bitcoin'])).toBe(expected);
  });
});
