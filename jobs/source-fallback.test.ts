import { beforeEach, describe, expect, test } from 'vitest';
import { COIN_BY_ID, COINS } from '../core/market/coin-catalog.ts';
import { buildPriceList } from '../core/market/price-list.ts';
import { failed, type Result } from '../core/sources/result.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { PROVIDERS } from '../providers/index.ts';
import { hostsOf, type NearWorld, setUpBackground } from '../tests/background.ts';
import { ManualTime, VirtualWorld } from '../tests/virtual-world.ts';
import { createRefresh } from './refresh.ts';

const MINUTE = 60_000;
const hostsOfIds = (ids: readonly string[]): string[] =>
  hostsOf(PROVIDERS.filter(({ id }) => ids.includes(id)));
const ALL = PROVIDERS.map(({ id }) => id);

let world: NearWorld;
beforeEach(() => {
  world = new VirtualWorld(new ManualTime());
});
const kill = (ids: readonly string[]): void => {
  for (const host of hostsOfIds(ids)) world.fault(host, { kind: 'refuse' });
};
const allExcept = (...ids: string[]): string[] => ALL.filter((id) => !ids.includes(id));
const settings = (over: object) => ({ settings: over });

describe('with seven of ten sources dead', () => {
  test.each([
    [['coingecko', 'kraken', 'bybit']],
    [['gate', 'kucoin', 'coinlore']],
    [['okx', 'coinbase', 'coingecko']],
    [['coingecko', 'coinpaprika', 'coinlore']],
  ])('with only %j alive, all rows are live', async (alive) => {
    kill(allExcept(...alive));
    const { refresh, snapshot, now } = setUpBackground({ world });
    await refresh(false);
    const { rows, state } = buildPriceList({
      snapshot: await snapshot(),
      coins: COIN_BY_ID,
      language: 'en',
      currency: 'CNY',
      count: 10,
      around: { now: now(), periodMs: MINUTE, online: true },
    });
    expect(state).toBe('live');
    expect(rows.map(({ stale, price }) => [stale, price !== '—'])).toEqual(rows.map(() => [false, true]));
    for (const row of rows) if (row.id !== 'tether') expect(alive).toContain(row.quotedBy?.source);
  });
});

test.each(ALL)('with only %s alive, the coins it lists are shown', async (id) => {
  kill(allExcept(id));
  const { refresh, snapshot } = setUpBackground({ world });
  await refresh(false);
  const { quotes, trouble } = await snapshot();
  expect(trouble).toBeNull();
  expect(quotes.bitcoin?.last.slice(0, 6)).toBe('105239');
  expect(quotes.bitcoin?.source).toBe(id);
});

test('a coin that only one source lists is shown', async () => {
  kill(allExcept('binance', 'kucoin'));
  const { refresh, snapshot } = setUpBackground({ world });
  await refresh(false);
  const { quotes } = await snapshot();
  expect(quotes['kucoin-shares']).toMatchObject({ last: '10.93', source: 'kucoin' });
  expect(quotes.bitcoin?.source).toBe('binance');
});

test('when all sources die after a first success, prices stay, across workers', async () => {
  const { refresh, snapshot, deps, pass } = setUpBackground({ world });
  await refresh(false);
  const before = (await snapshot()).quotes;
  kill(ALL);
  pass(20 * MINUTE);
  await createRefresh(deps)(false);
  const after = await snapshot();
  expect(after.quotes).toEqual(before);
  expect(after.trouble?.failures.map(({ source }) => source)).toEqual(ALL);
  expect(Object.keys(after.quotes)).toHaveLength(COINS.length);
});

describe('the user’s settings', () => {
  test('source order: the chosen source is requested first and used', async () => {
    const { refresh, snapshot } = setUpBackground({ world, ...settings({ sourceOrder: ['kucoin'] }) });
    await refresh(false);
    expect((await snapshot()).quotes.bitcoin?.source).toBe('kucoin');
    expect(world.requests.map(({ host }) => host)).not.toContain('data-api.binance.vision');
  });

  test('disabled sources are never requested, for prices or rates', async () => {
    const off = ['binance', 'okx', 'coingecko', 'er-api', 'coingecko-fx'];
    const { refresh, snapshot } = setUpBackground({ world, ...settings({ sourcesOff: off }) });
    await refresh(false);
    const { quotes, fx, hot } = await snapshot();
    expect([quotes.bitcoin?.source, fx?.source, hot]).toEqual(['gate', 'frankfurter', null]);
    for (const host of [...hostsOfIds(off), 'open.er-api.com'])
      expect(world.requests.map((request) => request.host)).not.toContain(host);
  });

  test('a mirror is requested instead of the source’s own hosts', async () => {
    world.serve('https://mirror.example.org/b/api/v3/ticker/24hr', {
      body: JSON.stringify([
        { symbol: 'BTCUSDT', lastPrice: '99000.5', priceChangePercent: '1', closeTime: Date.now() },
      ]),
    });
    const mirrors = { binance: 'https://mirror.example.org/b' };
    const { refresh, snapshot } = setUpBackground({
      world,
      ...settings({ mirrors, sourcesOff: ['coingecko'] }),
    });
    await refresh(false);
    expect((await snapshot()).quotes.bitcoin).toMatchObject({ source: 'binance', last: '99000.5' });
    expect(world.requests.map(({ host }) => host)).not.toContain('data-api.binance.vision');
  });
});

test('a first source that lists few coins is filled up from the next within the same refresh', async () => {
  const { refresh, snapshot } = setUpBackground({ world, ...settings({ sourceOrder: ['coinbase'] }) });
  await refresh(false);
  const { quotes } = await snapshot();
  expect(quotes.bitcoin?.source).toBe('coinbase');
  expect(Object.keys(quotes)).toHaveLength(COINS.length);
});

test('a slow source does not hold up the next one', async () => {
  const order: string[] = [];
  const hang = (): Promise<Result<never>> =>
    new Promise((late) => {
      setTimeout(() => late(failed('timeout')), 50);
    });
  const { deps, snapshot } = setUpBackground({ world });
  const environment = {
    ...deps.environment,
    wait: async () => {},
    get: (url: string, timeoutMs: number) => {
      const { host } = new URL(url);
      order.push(host);
      return host.includes('binance') ? hang() : deps.environment.get(url, timeoutMs);
    },
  };
  await createRefresh({ ...deps, environment })(false);
  // OKX was requested before the second host of Binance.
  expect(order.indexOf('www.okx.com')).toBeLessThan(order.indexOf('api.binance.com'));
  expect((await snapshot()).quotes.bitcoin?.source).toBe('okx');
});

test('each source of rates is used when the others fail', async () => {
  for (const [index, source] of FX_SOURCES.entries()) {
    for (const other of FX_SOURCES.slice(0, index)) {
      for (const host of hostsOf([other])) world.fault(host, { kind: 'server-error' });
    }
    const { refresh, snapshot } = setUpBackground({ world });
    await refresh(false);
    const { fx } = await snapshot();
    expect(fx?.source).toBe(source.id);
    expect(Number(fx?.perUsd.CNY)).toBeCloseTo(7.1758, 3);
    for (const host of hostsOf(FX_SOURCES)) world.fault(host, null);
  }
});
