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

test('knows every coin, each by an id of its own', async () => {
  expect(ALL.filter((id) => !coinpaprika.covers(id))).toEqual([]);
  const told = coinpaprika.decode(await answerFrom(world, ORIGIN + coinpaprika.request(ALL)), ALL);
  if (!told.ok) throw new Error(told.failure.kind);
  expect([...told.value.quotes.keys()].sort()).toEqual([...ALL].sort());
  expect(told.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
  expect(told.value.usdtUsd).toBe('1');
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
