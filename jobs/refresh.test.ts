import { beforeEach, describe, expect, test } from 'vitest';
import { COIN_BY_ID, COINS } from '../core/market/coin-catalog.ts';
import { buildPriceList } from '../core/market/price-list.ts';
import { failed } from '../core/sources/result.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { PROVIDERS } from '../providers/index.ts';
import { hostsOf, type NearWorld, setUpBackground } from '../tests/background.ts';
import { ManualTime, VirtualWorld } from '../tests/virtual-world.ts';
import type { Fault } from '../world/faults.ts';
import { createRefresh, type RefreshDeps, type RefreshState } from './refresh.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const BINANCE = ['data-api.binance.vision', 'api.binance.com'];
const ALL_HOSTS = [...new Set(hostsOf([...PROVIDERS, ...FX_SOURCES]))];
const FX_HOSTS = hostsOf(FX_SOURCES);
const SOURCE_IDS = PROVIDERS.map(({ id }) => id);
let world: NearWorld;
beforeEach(() => {
  world = new VirtualWorld(new ManualTime());
});

const setUp = (over: Parameters<typeof setUpBackground>[0] = {}) => setUpBackground({ world, ...over });

/** Hosts requested since the last call, in alphabetical order. */
function requestedHosts(): string[] {
  const hosts = world.requests.map(({ host }) => host);
  world.clearRequests();
  return hosts.sort();
}

/** Hosts whose last request failed. */
const failingHosts = ({ hosts }: RefreshState['health']): string[] =>
  Object.entries(hosts)
    .flatMap(([host, { failures }]) => (failures > 0 ? [host] : []))
    .sort();

const setFault = (hosts: readonly string[], fault: Fault | null): void => {
  for (const host of hosts) world.fault(host, fault);
};

describe('the first refresh', () => {
  test('stores a price for every coin, rates, the ranking and the USDT rate, in one write', async () => {
    const { refresh, snapshot, store, now } = setUp();
    await refresh(false);
    const { quotes, fx, hot, usdtUsd, trouble } = await snapshot();
    expect(Object.keys(quotes).sort()).toEqual(COINS.map(({ id }) => id).sort());
    expect(fx).toMatchObject({ source: 'er-api', at: now(), perUsd: { CNY: '7.1758' } });
    expect(usdtUsd).toEqual({ rate: '1', at: now(), source: 'coingecko' });
    expect(hot?.ids.slice(0, 3)).toEqual(['bitcoin', 'ethereum', 'tether']);
    expect(trouble).toBeNull();
    expect(store.writes.map((changed) => Object.keys(changed).sort())).toEqual([['health', 'snapshot']]);
  });

  test('requests three sources once each, plus trending searches', async () => {
    const { refresh } = setUp();
    await refresh(false);
    expect(world.requests.map(({ host, path }) => host + path).sort()).toEqual([
      'api.coingecko.com/api/v3/coins/markets',
      'api.coingecko.com/api/v3/search/trending',
      'data-api.binance.vision/api/v3/ticker/24hr',
      'open.er-api.com/v6/latest/USD',
    ]);
  });

  test('produces the exact table of the product design', async () => {
    const { refresh, snapshot, now } = setUp();
    await refresh(false);
    const { rows, primarySource } = buildPriceList({
      snapshot: await snapshot(),
      coins: COIN_BY_ID,
      language: 'zh-Hans',
      currency: 'CNY',
      count: 10,
      around: { now: now(), periodMs: MINUTE, online: true },
    });
    expect(primarySource.source).toBe('binance');
    expect(rows.map((row) => [row.symbol, row.price, row.money, row.change].join(' '))).toEqual([
      'BTC 105,239.09 ¥755,174.66 +0.76%',
      'ETH 2,517.54 ¥18,065.36 +0.25%',
      'USDT 1.00000 ¥7.18 +0.01%',
      'XRP 2.15 ¥15.44 +0.13%',
      'BNB 646.71 ¥4,640.66 +0.96%',
      'SOL 145.58 ¥1,044.65 +1.24%',
      'USDC 0.99980 ¥7.17 +0.01%',
      'TRX 0.27410 ¥1.97 -0.11%',
      'DOGE 0.16830 ¥1.21 -0.18%',
      'ADA 0.59440 ¥4.27 0%',
    ]);
  });

  test('takes coins that Binance does not list from CoinGecko', async () => {
    const { refresh, snapshot } = setUp();
    await refresh(false);
    const { quotes } = await snapshot();
    expect(quotes.monero).toMatchObject({ last: '318.55', source: 'coingecko' });
    expect(quotes.hyperliquid?.source).toBe('coingecko');
    expect(quotes.bitcoin?.source).toBe('binance');
  });
});

describe('refresh frequency', () => {
  test('a tick a minute later requests prices once, and nothing else', async () => {
    const { refresh, pass } = setUp();
    await refresh(false);
    requestedHosts();
    pass(MINUTE);
    await refresh(false);
    expect(requestedHosts()).toEqual(['data-api.binance.vision']);
  });

  test('five minutes later, coins that Binance does not list are requested again, without a new ranking', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const before = await snapshot();
    world.clearRequests();
    world.market.set('monero', { last: '320.01' });
    pass(5 * MINUTE);
    await refresh(false);
    world.market.set('monero', { last: '318.55' });
    const query = world.requests.find(({ host }) => host === 'api.coingecko.com')?.query;
    expect(query).toContain('monero');
    expect(query).not.toContain('bitcoin%2C');
    const after = await snapshot();
    expect(after.hot).toEqual(before.hot);
    expect(after.quotes.monero).toMatchObject({ last: '320.01', source: 'coingecko' });
    expect(after.usdtUsd?.at).toBeGreaterThan(before.usdtUsd?.at ?? 0);
  });

  test('calls during a run share it', async () => {
    const { refresh, store, pass } = setUp();
    await Promise.all([refresh(false), refresh(true), refresh(false)]);
    expect(requestedHosts()).toHaveLength(4);
    expect(store.writes).toHaveLength(1);
    pass(MINUTE);
    await refresh(false);
    expect(requestedHosts()).toHaveLength(1);
  });

  test('neither the user nor an alarm can refresh twice within five seconds', async () => {
    const { refresh, store, pass } = setUp();
    await refresh(false);
    requestedHosts();
    pass(4.9 * SECOND);
    await refresh(true);
    await refresh(false);
    expect(requestedHosts()).toEqual([]);
    expect(store.writes).toHaveLength(1);
    pass(0.2 * SECOND);
    await refresh(true);
    expect(requestedHosts()).toEqual(['data-api.binance.vision']);
  });

  test('a clock set back does not stop refreshes', async () => {
    const { refresh, pass } = setUp();
    await refresh(false);
    requestedHosts();
    pass(-3 * 24 * HOUR);
    await refresh(false);
    expect(requestedHosts()).toContain('data-api.binance.vision');
  });

  test('six hours of ticks: prices every minute, gaps every five, ranking hourly, rates twice', async () => {
    const requestedUrls: string[] = [];
    const { refresh, pass, store } = setUp({
      get: (url, timeoutMs, etag) => {
        requestedUrls.push(url);
        return world.get(url, timeoutMs, etag);
      },
    });
    for (let minute = 0; minute <= 360; minute += 1) {
      await refresh(false);
      pass(MINUTE);
    }
    const count = (host: string): number => requestedUrls.filter((url) => new URL(url).host === host).length;
    const fullRequests = requestedUrls.filter(
      (url) => url.includes('api.coingecko.com') && url.includes('bitcoin%2Cethereum'),
    );
    expect(count('data-api.binance.vision')).toBe(361);
    expect(count('open.er-api.com')).toBe(2);
    // Gaps 66 times, ranking and trending searches 7 times each.
    expect(count('api.coingecko.com')).toBe(80);
    expect(fullRequests).toHaveLength(7);
    expect(new Set(requestedUrls.map((url) => new URL(url).host)).size).toBe(3);
    // At most one write per tick.
    expect(store.writes.length).toBeLessThanOrEqual(361);
    expect(store.writes.every((changed) => Object.keys(changed).length > 0)).toBe(true);
  });

  test('an unchanged snapshot is not written', async () => {
    const { refresh, pass, store } = setUp({ get: async () => failed('offline') });
    await refresh(false);
    pass(MINUTE);
    await refresh(false);
    expect(store.writes.filter((changed) => 'snapshot' in changed)).toHaveLength(1);
  });
});

const FAULTS: readonly Fault[] = [
  { kind: 'refuse' },
  { kind: 'hang' },
  { kind: 'slow-body' },
  { kind: 'rate-limited', retryAfter: 30 },
  { kind: 'banned', retryAfter: 120 },
  { kind: 'geo-blocked' },
  { kind: 'forbidden-html' },
  { kind: 'payment-required' },
  { kind: 'server-error', status: 500 },
  { kind: 'server-error', status: 503 },
  { kind: 'truncated-json' },
  { kind: 'wrong-shape' },
  { kind: 'redirect' },
  { kind: 'html-200' },
];

describe('fallback between sources within one refresh', () => {
  test.each(FAULTS)('Binance: $kind $status, then OKX answers', async (fault) => {
    setFault(BINANCE, fault);
    const { refresh, state } = setUp();
    await refresh(false);
    const { snapshot, health } = await state();
    expect(snapshot.trouble).toBeNull();
    expect(snapshot.quotes.bitcoin).toMatchObject({ last: '105239.09', source: 'okx' });
    expect(Number(snapshot.quotes.bitcoin?.change24h).toFixed(2)).toBe('0.76');
    expect(Object.keys(snapshot.quotes)).toHaveLength(COINS.length);
    expect(failingHosts(health)).toEqual([...BINANCE].sort());
  });

  test.each(FAULTS)('Binance and OKX: $kind $status, then Gate answers', async (fault) => {
    setFault([...BINANCE, 'www.okx.com'], fault);
    const { refresh, state } = setUp();
    await refresh(false);
    const { snapshot, health } = await state();
    expect(snapshot.trouble).toBeNull();
    expect(snapshot.quotes.bitcoin).toMatchObject({
      last: '105239.09',
      change24h: '0.76',
      source: 'gate',
    });
    expect(Object.keys(snapshot.quotes)).toHaveLength(COINS.length);
    expect(failingHosts(health)).toEqual([...BINANCE, 'www.okx.com'].sort());
  });

  test('the second host of Binance replaces the first, which backs off', async () => {
    world.fault('data-api.binance.vision', { kind: 'server-error' });
    const { refresh, snapshot, pass, state } = setUp();
    await refresh(false);
    expect((await snapshot()).quotes.bitcoin?.source).toBe('binance');
    expect(requestedHosts()).toContain('api.binance.com');
    pass(10 * SECOND);
    await refresh(false);
    expect(requestedHosts()).toEqual(['api.binance.com']);
    world.fault('data-api.binance.vision', null);
    pass(15 * SECOND);
    await refresh(false);
    expect(requestedHosts()).toEqual(['data-api.binance.vision']);
    expect(failingHosts((await state()).health)).toEqual([]);
  });

  test('a source that keeps failing is requested less and less often', async () => {
    world.fault('data-api.binance.vision', { kind: 'refuse' });
    const { refresh, pass } = setUp();
    for (let minute = 0; minute < 60; minute += 1) {
      await refresh(false);
      pass(MINUTE);
    }
    const requested = requestedHosts();
    const binanceRequests = requested.filter((host) => host === 'data-api.binance.vision').length;
    expect(binanceRequests).toBeGreaterThan(3);
    expect(binanceRequests).toBeLessThan(12);
    expect(requested.filter((host) => host === 'api.binance.com')).toHaveLength(60);
    expect(requested).not.toContain('www.okx.com');
  });

  test('an older answer never replaces a newer one', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const first = (await snapshot()).quotes.bitcoin;
    world.market.set('bitcoin', { last: '1' });
    setFault(ALL_HOSTS, { kind: 'refuse' });
    // It is the only source that answers, with trades from 45 minutes ago.
    setFault(BINANCE, { kind: 'frozen-price' });
    pass(MINUTE);
    await refresh(false);
    world.market.set('bitcoin', { last: '105239.09' });
    expect((await snapshot()).quotes.bitcoin).toEqual(first);
  });
});

describe('a coin that Binance no longer lists', () => {
  const gone = { kind: 'unknown-symbol', symbol: 'SOL' } as const;
  const pathsTo = (host: string): string[] => {
    const paths = world.requests
      .filter((request) => request.host === host)
      .map(({ path, query }) => `${path}?${query}`);
    world.clearRequests();
    return paths;
  };

  test('does not affect other coins: it is detected, left out, and taken from CoinGecko', async () => {
    setFault(BINANCE, gone);
    const { refresh, state } = setUp();
    await refresh(false);
    const paths = pathsTo('data-api.binance.vision');
    expect(paths.map((path) => path.split('?')[0])).toEqual([
      '/api/v3/ticker/24hr',
      '/api/v3/ticker/price',
      '/api/v3/ticker/24hr',
    ]);
    expect([paths[0]?.includes('SOLUSDT'), paths[2]?.includes('SOLUSDT')]).toEqual([true, false]);
    const { snapshot, health } = await state();
    expect(snapshot.trouble).toBeNull();
    expect(snapshot.quotes.bitcoin?.source).toBe('binance');
    expect(snapshot.quotes.solana).toMatchObject({ last: '145.58', source: 'coingecko' });
    expect(failingHosts(health)).toEqual([]);
    expect(health.unlisted.binance?.ids).toEqual(['solana']);
  });

  test('is remembered by the next worker and requested with the gaps', async () => {
    setFault(BINANCE, gone);
    const { refresh, deps, pass, snapshot } = setUp();
    await refresh(false);
    world.clearRequests();
    pass(5 * MINUTE);
    await createRefresh(deps)(false);
    expect(world.requests.find(({ host }) => host === 'api.coingecko.com')?.query).toContain('solana');
    const paths = pathsTo('data-api.binance.vision');
    expect(paths).toHaveLength(1);
    expect(paths[0]).not.toContain('SOLUSDT');
    expect((await snapshot()).quotes.solana?.source).toBe('coingecko');
  });

  test('is requested again a day later', async () => {
    setFault(BINANCE, gone);
    const { refresh, pass, snapshot } = setUp();
    await refresh(false);
    setFault(BINANCE, null);
    world.clearRequests();
    pass(24 * HOUR);
    await refresh(false);
    expect(pathsTo('data-api.binance.vision')[0]).toContain('SOLUSDT');
    expect((await snapshot()).quotes.solana?.source).toBe('binance');
  });

  test('cannot be detected without the list of symbols: then OKX answers', async () => {
    setFault(BINANCE, gone);
    world.serve('https://data-api.binance.vision/api/v3/ticker/price', { status: 503, body: '' });
    world.serve('https://api.binance.com/api/v3/ticker/price', { body: '[]' });
    const { refresh, state } = setUp();
    await refresh(false);
    const { snapshot, health } = await state();
    expect(snapshot.quotes.bitcoin?.source).toBe('okx');
    expect(health.unlisted.binance).toBeUndefined();
  });
});

describe('when no source answers', () => {
  test('the last prices stay, and the trouble is stored with its time until a source answers again', async () => {
    const { refresh, snapshot, state, pass, now } = setUp();
    await refresh(false);
    const good = await snapshot();

    setFault(ALL_HOSTS, { kind: 'refuse' });
    pass(10 * MINUTE);
    await refresh(false);
    const since = now();
    const bad = await snapshot();
    expect(bad.quotes).toEqual(good.quotes);
    expect(bad.fx).toEqual(good.fx);
    expect(bad.hot).toEqual(good.hot);
    expect(bad.trouble).toEqual({
      since,
      failures: SOURCE_IDS.map((source) => ({
        source,
        kind: expect.stringMatching(/unreachable|backing-off/),
      })),
    });

    pass(5 * SECOND);
    requestedHosts();
    await refresh(false);
    expect(requestedHosts()).toEqual([]);
    expect((await snapshot()).trouble).toEqual(bad.trouble);

    pass(MINUTE);
    await refresh(false);
    expect((await snapshot()).trouble?.since).toBe(since);

    setFault(ALL_HOSTS, null);
    pass(MINUTE);
    await refresh(true);
    const { snapshot: recovered, health } = await state();
    expect(recovered.trouble).toBeNull();
    expect(recovered.quotes.bitcoin?.at).toBeGreaterThan(good.quotes.bitcoin?.at ?? 0);
    expect(failingHosts(health)).not.toContain('data-api.binance.vision');
  });

  test('nothing is made up on a first start', async () => {
    setFault(ALL_HOSTS, { kind: 'server-error' });
    const { refresh, snapshot } = setUp();
    await refresh(false);
    const { quotes, fx, hot, usdtUsd, trouble } = await snapshot();
    expect({ quotes, fx, hot, usdtUsd }).toEqual({ quotes: {}, fx: null, hot: null, usdtUsd: null });
    expect(trouble?.failures.map(({ source }) => source)).toEqual(SOURCE_IDS);
    expect(trouble?.failures[0]).toEqual({ source: 'binance', kind: 'server-error' });
  });

  test('nothing is requested or written once all sources back off', async () => {
    setFault(ALL_HOSTS, { kind: 'geo-blocked' });
    const { refresh, pass, store } = setUp();
    await refresh(false);
    requestedHosts();
    pass(10 * SECOND);
    await refresh(false);
    expect(requestedHosts()).toEqual([]);
    expect(store.writes).toHaveLength(1);
  });

  test('no host is blamed when there is no network', async () => {
    const { refresh, state, store } = setUp({ get: async () => failed('offline') });
    await refresh(false);
    const { snapshot, health } = await state();
    expect(failingHosts(health)).toEqual([]);
    expect(new Set(snapshot.trouble?.failures.map(({ kind }) => kind))).toEqual(new Set(['offline']));
    expect(store.writes).toHaveLength(1);
  });

  test('back-offs outlive the worker', async () => {
    setFault(ALL_HOSTS, { kind: 'server-error' });
    const { refresh, deps, pass } = setUp();
    await refresh(false);
    requestedHosts();
    pass(10 * SECOND);
    await createRefresh(deps)(false);
    expect(requestedHosts()).toEqual([]);
  });
});

describe('a refresh started by the user', () => {
  test('ignores a back-off that we chose ourselves', async () => {
    setFault(ALL_HOSTS, { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    setFault(ALL_HOSTS, null);
    requestedHosts();
    pass(SECOND);
    await refresh(false);
    expect(requestedHosts()).toEqual([]);
    await refresh(true);
    // Ranking and rates are requested too, because they are missing.
    expect(requestedHosts()).toEqual(['api.coingecko.com', 'data-api.binance.vision', 'open.er-api.com']);
    expect((await snapshot()).trouble).toBeNull();
  });

  test.each([
    [{ kind: 'rate-limited', retryAfter: 60 }, 60 * SECOND],
    [{ kind: 'banned', retryAfter: 180 }, 180 * SECOND],
  ] as const)('but respects the server’s Retry-After: $kind', async (fault, waitMs) => {
    world.fault('data-api.binance.vision', fault);
    const { refresh, pass } = setUp();
    await refresh(false);
    world.fault('data-api.binance.vision', null);
    requestedHosts();
    pass(waitMs - SECOND);
    await refresh(true);
    expect(requestedHosts()).toContain('api.binance.com');
    pass(6 * SECOND);
    await refresh(true);
    expect(requestedHosts()).toEqual(['data-api.binance.vision']);
  });
});

describe('exchange rates', () => {
  test('come from the second source if the first fails, with its own date', async () => {
    world.fault('open.er-api.com', { kind: 'rate-limited' });
    const { refresh, snapshot, now } = setUp();
    await refresh(false);
    const { fx } = await snapshot();
    expect(fx).toMatchObject({ source: 'frankfurter', at: now(), perUsd: { CNY: '7.1758', TWD: '30.72' } });
    expect(fx?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    // Business days of a central bank: never Saturday or Sunday.
    expect([1, 2, 3, 4, 5]).toContain(new Date(fx?.date ?? '').getUTCDay());
  });

  test('keep their date if all sources fail, and are requested again after ten minutes', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const { fx } = await snapshot();
    setFault(FX_HOSTS, { kind: 'refuse' });
    pass(6 * HOUR);
    await refresh(false);
    expect((await snapshot()).fx).toEqual(fx);
    expect((await snapshot()).trouble).toBeNull();
    requestedHosts();
    pass(9 * MINUTE);
    await refresh(true);
    expect(requestedHosts()).not.toContain('open.er-api.com');
    setFault(FX_HOSTS, null);
    pass(MINUTE);
    await refresh(false);
    expect(requestedHosts()).toContain('open.er-api.com');
    expect((await snapshot()).fx?.at).toBeGreaterThan(fx?.at ?? 0);
  });

  test('are requested again after half a minute if missing, or at once by the user', async () => {
    setFault(FX_HOSTS, { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    setFault(FX_HOSTS, null);
    expect((await snapshot()).fx).toBeNull();
    requestedHosts();
    pass(10 * SECOND);
    await refresh(false);
    expect(requestedHosts()).not.toContain('open.er-api.com');
    await refresh(false);
    pass(10 * SECOND);
    await refresh(true);
    expect(requestedHosts()).toContain('open.er-api.com');
    expect((await snapshot()).fx?.perUsd.CNY).toBe('7.1758');
  });
});

describe('without CoinGecko', () => {
  test('one USDT costs one USDT, and its change is null', async () => {
    world.fault('api.coingecko.com', { kind: 'refuse' });
    const { refresh, snapshot, now } = setUp();
    await refresh(false);
    const { quotes, hot, usdtUsd, trouble } = await snapshot();
    expect(quotes.tether).toEqual({ last: '1', change24h: null, source: 'binance', at: now() });
    // Kraken lists it and provides a USDT rate.
    expect(quotes.monero).toMatchObject({ last: '318.55', source: 'kraken' });
    expect(usdtUsd).toMatchObject({ source: 'kraken' });
    expect([hot, trouble]).toEqual([null, null]);
    expect(quotes.bitcoin?.last).toBe('105239.09');
  });

  test('a missing ranking is requested again at the next tick', async () => {
    world.fault('api.coingecko.com', { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    world.fault('api.coingecko.com', null);
    requestedHosts();
    pass(MINUTE);
    await refresh(false);
    expect(requestedHosts()).toContain('api.coingecko.com');
    expect((await snapshot()).hot?.ids).toHaveLength(COINS.length);
  });

  test('an outdated ranking is requested again after ten minutes, not before', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const { hot } = await snapshot();
    world.fault('api.coingecko.com', { kind: 'refuse' });
    pass(HOUR);
    await refresh(false);
    expect((await snapshot()).hot).toEqual(hot);
    world.fault('api.coingecko.com', null);
    const fullRequests = (): number =>
      world.requests.filter(({ query }) => query.includes('bitcoin%2Cethereum')).length;
    requestedHosts();
    pass(9 * MINUTE);
    await refresh(true);
    expect(fullRequests()).toBe(0);
    pass(MINUTE);
    await refresh(false);
    expect(fullRequests()).toBe(1);
    expect((await snapshot()).hot?.at).toBeGreaterThan(hot?.at ?? 0);
  });

  test('the change of USDT is dropped after two hours', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    expect((await snapshot()).quotes.tether).toMatchObject({ change24h: '0.01', source: 'coingecko' });
    world.fault('api.coingecko.com', { kind: 'refuse' });
    pass(HOUR);
    await refresh(false);
    expect((await snapshot()).quotes.tether?.change24h).toBe('0.01');
    pass(HOUR);
    await refresh(false);
    expect((await snapshot()).quotes.tether).toMatchObject({ last: '1', change24h: null, source: 'binance' });
  });
});

describe('a worker killed at any point', () => {
  /** Lets the first `steps` external calls through; later ones are never answered. */
  function dyingDeps(deps: RefreshDeps, steps: number, death: 'reject' | 'hang') {
    let stepsLeft = steps;
    let onDeath: () => void = () => {};
    const dead = new Promise<void>((resolve) => {
      onDeath = resolve;
    });
    const dying =
      <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> => {
        stepsLeft -= 1;
        if (stepsLeft >= 0) return call(...given);
        onDeath();
        // Storage may reject; the network never throws, it only hangs.
        const refuses = death === 'reject' && call !== (deps.environment.get as unknown);
        return refuses ? Promise.reject(new Error('killed')) : new Promise(() => {});
      };
    return {
      dead,
      deps: {
        ...deps,
        environment: { ...deps.environment, get: dying(deps.environment.get) },
        read: dying(deps.read),
        write: dying(deps.write),
      },
    };
  }

  // One read, four requests, a second read of health, and one write.
  const STEPS = [0, 1, 2, 3, 4, 5, 6];

  test('a first refresh awaits exactly those seven steps', async () => {
    const { deps, store } = setUp();
    const { deps: dying } = dyingDeps(deps, STEPS.length, 'reject');
    await createRefresh(dying)(false);
    expect(store.writes).toHaveLength(1);
  });

  describe.each(['reject', 'hang'] as const)('%s', (death) => {
    test.each(STEPS)(
      'on a first start after %d steps: nothing is partly stored, and the next worker completes the refresh',
      async (step) => {
        const { deps, store, snapshot } = setUp();
        const { deps: dying, dead } = dyingDeps(deps, step, death);
        const run = createRefresh(dying)(false);
        await Promise.race([run.catch(() => undefined), dead]);
        expect(store.text()).toBe('{}');
        await createRefresh(deps)(false);
        const { quotes, fx, hot, trouble } = await snapshot();
        expect(Object.keys(quotes)).toHaveLength(COINS.length);
        expect([fx?.perUsd.CNY, hot?.ids.length, trouble]).toEqual(['7.1758', COINS.length, null]);
      },
    );

    test.each(STEPS)('after %d steps of a later refresh: the old snapshot stays intact', async (step) => {
      const { deps, store, refresh, pass, snapshot } = setUp();
      await refresh(false);
      const before = store.text();
      pass(7 * HOUR);
      const { deps: dying, dead } = dyingDeps(deps, step, death);
      const run = createRefresh(dying)(false);
      await Promise.race([run.catch(() => undefined), dead]);
      expect(store.text()).toBe(before);
      await createRefresh(deps)(false);
      expect((await snapshot()).fx?.at).toBe(deps.environment.now());
      expect((await snapshot()).trouble).toBeNull();
    });
  });

  test('a refresh that failed without dying: the next call starts over', async () => {
    let broken = true;
    const { deps, snapshot } = setUp();
    const refresh = createRefresh({
      ...deps,
      read: () => (broken ? Promise.reject(new Error('quota')) : deps.read()),
    });
    await expect(refresh(false)).rejects.toThrow('quota');
    broken = false;
    await refresh(false);
    expect(Object.keys((await snapshot()).quotes)).toHaveLength(COINS.length);
  });
});

test('only hosts that sources declare are requested', async () => {
  setFault(['data-api.binance.vision', 'www.okx.com', 'open.er-api.com'], {
    kind: 'redirect',
    to: 'https://evil.example/',
  });
  const { refresh, pass } = setUp();
  for (let round = 0; round < 5; round += 1) {
    await refresh(true);
    pass(10 * MINUTE);
  }
  for (const host of requestedHosts()) expect(ALL_HOSTS).toContain(host);
});
