import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePriceSource, sourceFixtureIds } from '../tests/conformance/price-source.ts';
import { startWorld, type World } from '../world/world.ts';
import { PROVIDERS, RANKING_PROVIDER } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the designed order is kept; added sources may be anywhere', () => {
  const designed = [
    ...['binance', 'okx', 'gate', 'kucoin', 'coingecko'],
    ...['kraken', 'coinbase', 'bybit', 'coinpaprika', 'coinlore'],
  ];
  expect(PROVIDERS.map(({ id }) => id).filter((id) => designed.includes(id))).toEqual(designed);
  expect(PROVIDERS).toContain(RANKING_PROVIDER);
});

test('every fixture belongs to a source', () => {
  expect(sourceFixtureIds().sort()).toEqual(PROVIDERS.map(({ id }) => id).sort());
});

describe.each(PROVIDERS.map((provider) => [provider.id, provider] as const))('%s', (_id, provider) => {
  describePriceSource(provider, () => world);
});

test('no header gives an implausible budget', () => {
  const figure = fc.oneof(
    fc.nat().map(String),
    fc.string(),
    fc.constantFrom('', '-1', '1e9', 'NaN', '9'.repeat(15)),
  );
  const names = [
    ...['x-mbx-used-weight-1m', 'gw-ratelimit-limit', 'gw-ratelimit-remaining', 'gw-ratelimit-reset'],
    ...['x-bapi-limit', 'x-bapi-limit-status', 'x-bapi-limit-reset-timestamp', 'x-gate-ratelimit-limit'],
    ...['x-gate-ratelimit-requests-remain', 'x-gate-ratelimit-reset-timestamp'],
  ];
  const headers = fc.dictionary(fc.constantFrom(...names), figure, { minKeys: 3, maxKeys: names.length });
  const at = 1_760_000_000_000;
  fc.assert(
    fc.property(headers, (sent) => {
      for (const provider of PROVIDERS) {
        const budget = provider.budget?.({ status: 200, body: [], at, headers: sent });
        if (!budget) continue;
        expect(budget.limit).toBeGreaterThan(0);
        expect(budget.remaining).toBeGreaterThanOrEqual(0);
        expect(budget.remaining).toBeLessThanOrEqual(budget.limit);
        expect(budget.resetAt).toBeGreaterThanOrEqual(at);
        expect(budget.resetAt).toBeLessThanOrEqual(at + 600_000);
      }
    }),
  );
});
