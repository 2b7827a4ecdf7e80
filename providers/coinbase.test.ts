import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { coinbase } from './coinbase.ts';

const AT = 1_760_000_000_000;
const [ORIGIN] = coinbase.origins;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('requests one dollar pair; USDC has none', () => {
  expect(coinbase.request(['bitcoin'])).toBe('/products/BTC-USD/stats');
  expect(coinbase.covers('usd-coin')).toBe(false);
});

test.each(['bitcoin', 'tether', 'pepe', 'sky'])('the real response provides %s', async (id) => {
  const decoded = coinbase.decode(await answerFrom(world, ORIGIN + coinbase.request([id])), [id]);
  if (!decoded.ok) throw new Error(decoded.failure.kind);
  const coin = world.market.coin(id);
  const quote = decoded.value.quotes.get(id);
  expect(quote?.last).toBe(coin?.last);
  expect(Number(quote?.change24h)).toBeCloseTo(Number(coin?.change24h), 2);
});

describe('invalid responses', () => {
  test('an unknown pair is an unknown symbol', async () => {
    const answer = await answerFrom(world, `${ORIGIN}/products/KAS-USD/stats`);
    expect(coinbase.explain?.(answer)).toEqual(failed('unknown-symbol'));
    expect(coinbase.explain?.({ ...answer, body: undefined })).toBeNull();
    expect(coinbase.explain?.({ ...answer, status: 400 })).toBeNull();
    const fault = { kind: 'unknown-symbol', symbol: 'BTC' } as const;
    expect(await kindUnder(world, fault, coinbase, ['bitcoin'])).toBe('unknown-symbol');
  });

  test('the list of pairs contains those that are traded', async () => {
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
});
