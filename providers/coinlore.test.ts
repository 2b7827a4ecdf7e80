import { afterAll, beforeAll, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { BITCOIN } from '../tests/conformance/sources/coinlore.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { coinlore } from './coinlore.ts';

const AT = 1_760_000_000_000;
const ALL = COINS.map(({ id }) => id);
const [ORIGIN] = coinlore.origins;
const decode = (body: unknown, usdtUsd?: string) =>
  coinlore.decode({ status: 200, body, at: AT }, ALL, usdtUsd);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('requests coins by number if possible, otherwise the hundred largest', () => {
  expect(coinlore.request(['bitcoin', 'monero'])).toBe('/api/ticker/?id=90%2C28%2C518');
  expect(coinlore.request(['bitcoin', 'the-open-network'])).toBe('/api/tickers/?start=0&limit=100');
});

test.each([
  ['by number', ['bitcoin', 'tether', 'binancecoin', 'monero']],
  ['of the largest', ALL.slice(0, 100)],
])('the real response provides what is requested %s', async (_how, ids) => {
  const decoded = coinlore.decode(await answerFrom(world, ORIGIN + coinlore.request(ids)), ids);
  if (!decoded.ok) throw new Error(decoded.failure.kind);
  expect([...decoded.value.quotes.keys()].sort()).toEqual([...ids].sort());
  expect(decoded.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: '0.01' });
  expect(decoded.value.usdtUsd).toBe('1');
});

test.each([
  ['a symbol alone', { id: '77777', nameid: 'bitcoin-classic' }],
  ['a number alone', { symbol: 'WBTC', nameid: 'wrapped' }],
  ['a name alone', { id: '77777', symbol: 'WBTC' }],
  ['another coin’s number', { id: '80', nameid: 'x' }],
  ['a frozen pair of old', { id: '54683', symbol: 'TON', nameid: 'toncoin' }],
  ['a token of a name in common', { id: '54684', symbol: 'GRAM', nameid: 'gram' }],
])('%s does not identify a coin', (_what, over) => {
  expect(decode([{ ...BITCOIN, ...over }])).toEqual(failed('empty'));
});

test.each([
  [{ id: 90, nameid: null }, 'bitcoin'],
  [{ id: '77777', nameid: 'bitcoin', symbol: 'btc' }, 'bitcoin'],
  [{ id: '77777', nameid: 'binance-coin', symbol: 'BNB' }, 'binancecoin'],
  [{ id: '77777', nameid: 'avalanche', symbol: 'AVAX' }, 'avalanche-2'],
  [{ id: '77777', nameid: 'toncoin', symbol: 'GRAM' }, 'the-open-network'],
  [{ id: '77777', nameid: 'sonic', symbol: 'S' }, 'sonic-3'],
])('%j is %s', (over, id) => {
  const decoded = decode([{ ...BITCOIN, ...over }]);
  expect(decoded.ok && [...decoded.value.quotes.keys()]).toEqual([id]);
});
