import { afterAll, beforeAll, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { answerFrom } from '../tests/world-reach.ts';
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

test('provides every coin, each with its own id', async () => {
  expect(ALL.filter((id) => !coinpaprika.covers(id))).toEqual([]);
  const decoded = coinpaprika.decode(await answerFrom(world, ORIGIN + coinpaprika.request(ALL)), ALL);
  if (!decoded.ok) throw new Error(decoded.failure.kind);
  expect([...decoded.value.quotes.keys()].sort()).toEqual([...ALL].sort());
  expect(decoded.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
  expect(decoded.value.usdtUsd).toBe('1');
});

test('if a coin has two ids, the newer row counts', () => {
  const old = { ...row('rndr-render-token', 9), last_updated: '2024-07-01T00:00:00Z' };
  for (const body of [
    [old, row('render-render', 3)],
    [row('render-render', 3), old],
  ]) {
    const decoded = decode(body);
    expect(decoded.ok && decoded.value.quotes.get('render-token')?.last).toBe('3');
  }
});
