import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COIN_BY_ID, COINS } from '../core/catalogue.ts';
import { parseDecimal } from '../core/decimal.ts';
import { FAILURE_KINDS } from '../core/failure.ts';
import { answerFrom, hostileBodies } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { PROVIDERS, RANKING_PROVIDER } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the order is that of the design: the primary, the secondary, the aggregator', () => {
  expect(PROVIDERS.map(({ id }) => id)).toEqual(['binance', 'okx', 'coingecko']);
  expect(PROVIDERS).toContain(RANKING_PROVIDER);
});

describe.each(PROVIDERS.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const asked = COINS.map((coin) => coin.id).filter((coin) => provider.covers(coin));

  test('speaks https to hosts of its own, and asks by path', () => {
    for (const origin of provider.origins) expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
    expect(provider.request(asked)).toMatch(/^\/[\w/]+\?[\w=&.%-]+$/);
    expect(provider.request(asked).length).toBeLessThan(4_000);
  });

  test('covers no coin that is none', () => {
    for (const other of ['', 'constructor', '__proto__', 'toString', 'BTC', 'nope'])
      expect(provider.covers(other)).toBe(false);
  });

  test('no body makes it throw or tell what cannot be true', async () => {
    const answer = await answerFrom(world, provider.origins[0] + provider.request(asked));
    fc.assert(
      fc.property(hostileBodies(answer.body), (body) => {
        const told = provider.decode({ ...answer, body }, asked);
        if (!told.ok) return void expect(FAILURE_KINDS).toContain(told.failure.kind);
        for (const [coin, quote] of told.value.quotes) {
          expect(COIN_BY_ID.has(coin)).toBe(true);
          expect(Object.keys(quote).sort()).toEqual(['at', 'change24h', 'last', 'source']);
          expect(parseDecimal(quote.last)?.digits).toBeGreaterThan(0n);
          expect(quote.change24h === null || parseDecimal(quote.change24h) !== null).toBe(true);
          expect(quote.source).toBe(id);
          expect(quote.at).toBeGreaterThan(0);
          expect(quote.at).toBeLessThanOrEqual(answer.at);
        }
        for (const ranked of told.value.ranking ?? []) expect(COIN_BY_ID.has(ranked)).toBe(true);
        if (told.value.usdtUsd !== undefined) expect(told.value.usdtUsd).toMatch(/^\d+(\.\d*[1-9])?$/);
      }),
      { numRuns: 400 },
    );
  });

  test('nor does any when an error is explained or a list of coins is read', () => {
    fc.assert(
      fc.property(
        hostileBodies([{ symbol: 'BTCUSDT', price: '1' }]),
        fc.integer({ min: 100, max: 599 }),
        (body, status) => {
          const answer = { status, body, at: 1 };
          const told = [provider.explain?.(answer), provider.listing?.decode(answer)];
          for (const result of told) {
            if (result && !result.ok) expect(FAILURE_KINDS).toContain(result.failure.kind);
          }
          const listed = provider.listing?.decode(answer);
          if (listed?.ok) expect([...listed.value].every((coin) => provider.covers(coin))).toBe(true);
        },
      ),
    );
  });

  test('nobody can pollute through it', () => {
    const body = JSON.parse('[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]');
    provider.decode({ status: 200, body, at: 1 }, asked);
    expect('polluted' in {}).toBe(false);
  });
});
