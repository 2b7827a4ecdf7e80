import { beforeEach, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { type NearWorld, setUpBackground } from '../tests/background.ts';
import { ManualTime, VirtualWorld } from '../tests/virtual-world.ts';

const MINUTE = 60_000;
const BINANCE = ['data-api.binance.vision', 'api.binance.com'];
const absurd = { kind: 'absurd-price', coin: 'solana', factor: 1000 } as const;

let world: NearWorld;
const hosts = new Set<string>();
beforeEach(() => {
  world = new VirtualWorld(new ManualTime());
});
const setFault = (names: readonly string[], kind: Parameters<NearWorld['fault']>[1]): void => {
  for (const name of names) {
    hosts.add(name);
    world.fault(name, kind);
  }
};

/** Prices one minute after good ones, with `change` applied in between. */
async function aMinuteLater(change: () => void, over: Parameters<typeof setUpBackground>[0] = {}) {
  const background = setUpBackground({ world, ...over });
  await background.refresh(false);
  world.clearRequests();
  change();
  background.pass(MINUTE);
  await background.refresh(false);
  return { ...background, quotes: (await background.snapshot()).quotes };
}
const requestCount = (host: string): number =>
  world.requests.filter((request) => request.host === host).length;

describe('a price a thousand times too high', () => {
  test('on a first start, beside the ranking: a third source is requested, and the two that agree win', async () => {
    setFault(BINANCE, absurd);
    const { refresh, snapshot } = setUpBackground({ world });
    await refresh(false);
    expect((await snapshot()).quotes.solana).toMatchObject({ last: '145.58' });
    expect((await snapshot()).quotes.solana?.disputedBy).toBeUndefined();
    expect((await snapshot()).quotes.bitcoin?.source).toBe('binance');
  });

  test('between two refreshes: other sources are requested for that coin only, and the true price is shown', async () => {
    const { quotes } = await aMinuteLater(() => setFault(BINANCE, absurd));
    expect(quotes.solana?.last).toBe('145.58');
    expect(quotes.solana?.disputedBy).toBeUndefined();
    expect(quotes.bitcoin?.source).toBe('binance');
    const otherRequests = world.requests.filter(({ host }) => !BINANCE.includes(host));
    expect(otherRequests.length).toBeGreaterThan(0);
    for (const { query } of otherRequests) expect(query).not.toContain('bitcoin%2C');
  });

  test('when no other source can be requested, the previous price stays', async () => {
    const others = ['*'];
    const { quotes, refresh, pass, snapshot } = await aMinuteLater(() => {
      setFault(others, { kind: 'refuse' });
      setFault(BINANCE, absurd);
    });
    expect(quotes.solana?.last).toBe('145.58');
    pass(11 * MINUTE);
    await refresh(true);
    const later = (await snapshot()).quotes.solana;
    expect(later).toMatchObject({ last: '145580', disputedBy: 'binance' });
  });
});

test('a jump that other sources confirm is shown at once, without a mark', async () => {
  const { quotes } = await aMinuteLater(() => world.market.set('solana', { last: '200' }));
  expect(quotes.solana).toMatchObject({ last: '200', source: 'binance' });
  expect(quotes.solana?.disputedBy).toBeUndefined();
});

test('no two sources agree: the first is marked as disputed until two agree again', async () => {
  const { quotes, refresh, pass, snapshot } = await aMinuteLater(() => {
    // From here on every source returns a different price.
    setFault(BINANCE, absurd);
    const all = ['www.okx.com', 'api.coingecko.com', 'api.gateio.ws', 'api.kucoin.com', 'api.kraken.com'];
    for (const [index, host] of all.entries()) setFault([host], { ...absurd, factor: 3 ** (index + 1) });
  });
  expect(quotes.solana?.disputedBy).toEqual(expect.any(String));
  for (const host of hosts) world.fault(host, null);
  pass(10 * MINUTE);
  await refresh(true);
  const after = (await snapshot()).quotes.solana;
  expect(after).toMatchObject({ last: '145.58', source: 'binance' });
  expect(after?.disputedBy).toBeUndefined();
});

test('in a quiet market no second source is requested', async () => {
  await aMinuteLater(() => {});
  expect(world.requests.map(({ host }) => host)).toEqual(['data-api.binance.vision']);
});

test('a coin unchanged for ten minutes while the others move is requested from another source', async () => {
  const background = setUpBackground({ world });
  await background.refresh(false);
  const before = COINS.map(({ id }) => [id, world.market.coin(id)?.last ?? ''] as const);
  for (let minute = 1; minute <= 12; minute += 1) {
    for (const [id, last] of before) {
      const moved = last + (last.includes('.') ? minute : `.${minute}`);
      if (id !== 'solana' && id !== 'tether') world.market.set(id, { last: moved });
    }
    background.pass(MINUTE);
    world.clearRequests();
    await background.refresh(false);
    const solanaRequests = world.requests.filter(({ query }) => query.includes('ids=solana'));
    expect(solanaRequests.length > 0, `minute ${minute}`).toBe(minute === 10);
  }
  for (const [id, last] of before) world.market.set(id, { last });
  expect(requestCount('data-api.binance.vision')).toBe(1);
});
