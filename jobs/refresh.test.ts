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

/** Whom the world was asked for since the last look, in order of hosts. */
function askedHosts(): string[] {
  const hosts = world.requests.map(({ host }) => host);
  world.clearRequests();
  return hosts.sort();
}

/** Hosts that failed when they were last asked. */
const failingHosts = ({ hosts }: RefreshState['health']): string[] =>
  Object.entries(hosts)
    .flatMap(([host, { failures }]) => (failures > 0 ? [host] : []))
    .sort();

const break_ = (hosts: readonly string[], fault: Fault | null): void => {
  for (const host of hosts) world.fault(host, fault);
};

describe('the first refresh', () => {
  test('gives every coin a price, the rates, the ranking and what a USDT costs, in one write', async () => {
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

  test('asks each of three sources once, and what is looked for', async () => {
    const { refresh } = setUp();
    await refresh(false);
    expect(world.requests.map(({ host, path }) => host + path).sort()).toEqual([
      'api.coingecko.com/api/v3/coins/markets',
      'api.coingecko.com/api/v3/search/trending',
      'data-api.binance.vision/api/v3/ticker/24hr',
      'open.er-api.com/v6/latest/USD',
    ]);
  });

  test('leads to the table of the product’s design, to the character', async () => {
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

  test('coins that Binance does not list come from CoinGecko', async () => {
    const { refresh, snapshot } = setUp();
    await refresh(false);
    const { quotes } = await snapshot();
    expect(quotes.monero).toMatchObject({ last: '318.55', source: 'coingecko' });
    expect(quotes.hyperliquid?.source).toBe('coingecko');
    expect(quotes.bitcoin?.source).toBe('binance');
  });
});

describe('how often', () => {
  test('a tick a minute later asks for prices, once, and for nothing else', async () => {
    const { refresh, pass } = setUp();
    await refresh(false);
    askedHosts();
    pass(MINUTE);
    await refresh(false);
    expect(askedHosts()).toEqual(['data-api.binance.vision']);
  });

  test('five minutes later the coins that Binance does not list are told anew; the ranking is not made of them', async () => {
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

  test('calls while one is running share it', async () => {
    const { refresh, store, pass } = setUp();
    await Promise.all([refresh(false), refresh(true), refresh(false)]);
    expect(askedHosts()).toHaveLength(4);
    expect(store.writes).toHaveLength(1);
    pass(MINUTE);
    await refresh(false);
    expect(askedHosts()).toHaveLength(1);
  });

  test('nobody, reader or alarm, asks twice within five seconds', async () => {
    const { refresh, store, pass } = setUp();
    await refresh(false);
    askedHosts();
    pass(4.9 * SECOND);
    await refresh(true);
    await refresh(false);
    expect(askedHosts()).toEqual([]);
    expect(store.writes).toHaveLength(1);
    pass(0.2 * SECOND);
    await refresh(true);
    expect(askedHosts()).toEqual(['data-api.binance.vision']);
  });

  test('a clock that was set back does not stop it', async () => {
    const { refresh, pass } = setUp();
    await refresh(false);
    askedHosts();
    pass(-3 * 24 * HOUR);
    await refresh(false);
    expect(askedHosts()).toContain('data-api.binance.vision');
  });

  test('in six hours of minutes: prices each, gaps every five, the ranking hourly, rates twice; at most one write each', async () => {
    const asked: string[] = [];
    const { refresh, pass, store } = setUp({
      get: (url, timeoutMs, etag) => {
        asked.push(url);
        return world.get(url, timeoutMs, etag);
      },
    });
    for (let minute = 0; minute <= 360; minute += 1) {
      await refresh(false);
      pass(MINUTE);
    }
    const count = (host: string): number => asked.filter((url) => new URL(url).host === host).length;
    const wholes = asked.filter(
      (url) => url.includes('api.coingecko.com') && url.includes('bitcoin%2Cethereum'),
    );
    expect(count('data-api.binance.vision')).toBe(361);
    expect(count('open.er-api.com')).toBe(2);
    // Gaps 66 times, the ranking and what is looked for 7 times each.
    expect(count('api.coingecko.com')).toBe(80);
    expect(wholes).toHaveLength(7);
    expect(new Set(asked.map((url) => new URL(url).host)).size).toBe(3);
    // One write a tick at the most.
    expect(store.writes.length).toBeLessThanOrEqual(361);
    expect(store.writes.every((changed) => Object.keys(changed).length > 0)).toBe(true);
  });

  test('a snapshot that did not change is not written', async () => {
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

describe('one source after the other, within one refresh', () => {
  test.each(FAULTS)('Binance: $kind $status, then OKX answers', async (fault) => {
    break_(BINANCE, fault);
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
    break_([...BINANCE, 'www.okx.com'], fault);
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

  test('the second host of Binance stands in for the first, which rests until its back-off is over', async () => {
    world.fault('data-api.binance.vision', { kind: 'server-error' });
    const { refresh, snapshot, pass, state } = setUp();
    await refresh(false);
    expect((await snapshot()).quotes.bitcoin?.source).toBe('binance');
    expect(askedHosts()).toContain('api.binance.com');
    pass(10 * SECOND);
    await refresh(false);
    expect(askedHosts()).toEqual(['api.binance.com']);
    world.fault('data-api.binance.vision', null);
    pass(15 * SECOND);
    await refresh(false);
    expect(askedHosts()).toEqual(['data-api.binance.vision']);
    expect(failingHosts((await state()).health)).toEqual([]);
  });

  test('a source that goes on failing is asked ever more rarely', async () => {
    world.fault('data-api.binance.vision', { kind: 'refuse' });
    const { refresh, pass } = setUp();
    for (let minute = 0; minute < 60; minute += 1) {
      await refresh(false);
      pass(MINUTE);
    }
    const asked = askedHosts();
    const tried = asked.filter((host) => host === 'data-api.binance.vision').length;
    expect(tried).toBeGreaterThan(3);
    expect(tried).toBeLessThan(12);
    expect(asked.filter((host) => host === 'api.binance.com')).toHaveLength(60);
    expect(asked).not.toContain('www.okx.com');
  });

  test('no old answer takes the place of a newer one', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const first = (await snapshot()).quotes.bitcoin;
    world.market.set('bitcoin', { last: '1' });
    break_(ALL_HOSTS, { kind: 'refuse' });
    // It alone answers, with trades of three quarters of an hour ago.
    break_(BINANCE, { kind: 'frozen-price' });
    pass(MINUTE);
    await refresh(false);
    world.market.set('bitcoin', { last: '105239.09' });
    expect((await snapshot()).quotes.bitcoin).toEqual(first);
  });
});

describe('a coin that Binance does not list any more', () => {
  const gone = { kind: 'unknown-symbol', symbol: 'SOL' } as const;
  const pathsTo = (host: string): string[] => {
    const paths = world.requests
      .filter((request) => request.host === host)
      .map(({ path, query }) => `${path}?${query}`);
    world.clearRequests();
    return paths;
  };

  test('spoils no other: it is found out, left out, and told by CoinGecko', async () => {
    break_(BINANCE, gone);
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

  test('is remembered by the next worker, and told with the gaps', async () => {
    break_(BINANCE, gone);
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

  test('is asked for again a day later, in case it came back', async () => {
    break_(BINANCE, gone);
    const { refresh, pass, snapshot } = setUp();
    await refresh(false);
    break_(BINANCE, null);
    world.clearRequests();
    pass(24 * HOUR);
    await refresh(false);
    expect(pathsTo('data-api.binance.vision')[0]).toContain('SOLUSDT');
    expect((await snapshot()).quotes.solana?.source).toBe('binance');
  });

  test('cannot be found out when the list is not to be had: then OKX answers', async () => {
    break_(BINANCE, gone);
    world.serve('https://data-api.binance.vision/api/v3/ticker/price', { status: 503, body: '' });
    world.serve('https://api.binance.com/api/v3/ticker/price', { body: '[]' });
    const { refresh, state } = setUp();
    await refresh(false);
    const { snapshot, health } = await state();
    expect(snapshot.quotes.bitcoin?.source).toBe('okx');
    expect(health.unlisted.binance).toBeUndefined();
  });
});

describe('when nobody answers', () => {
  test('the last prices stay, the trouble is named and dated, and goes when one answers again', async () => {
    const { refresh, snapshot, state, pass, now } = setUp();
    await refresh(false);
    const good = await snapshot();

    break_(ALL_HOSTS, { kind: 'refuse' });
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
    askedHosts();
    await refresh(false);
    expect(askedHosts()).toEqual([]);
    expect((await snapshot()).trouble).toEqual(bad.trouble);

    pass(MINUTE);
    await refresh(false);
    expect((await snapshot()).trouble?.since).toBe(since);

    break_(ALL_HOSTS, null);
    pass(MINUTE);
    await refresh(true);
    const { snapshot: recovered, health } = await state();
    expect(recovered.trouble).toBeNull();
    expect(recovered.quotes.bitcoin?.at).toBeGreaterThan(good.quotes.bitcoin?.at ?? 0);
    expect(failingHosts(health)).not.toContain('data-api.binance.vision');
  });

  test('on a first start nothing is invented', async () => {
    break_(ALL_HOSTS, { kind: 'server-error' });
    const { refresh, snapshot } = setUp();
    await refresh(false);
    const { quotes, fx, hot, usdtUsd, trouble } = await snapshot();
    expect({ quotes, fx, hot, usdtUsd }).toEqual({ quotes: {}, fx: null, hot: null, usdtUsd: null });
    expect(trouble?.failures.map(({ source }) => source)).toEqual(SOURCE_IDS);
    expect(trouble?.failures[0]).toEqual({ source: 'binance', kind: 'server-error' });
  });

  test('once all are at rest nothing is asked and nothing is written', async () => {
    break_(ALL_HOSTS, { kind: 'geo-blocked' });
    const { refresh, pass, store } = setUp();
    await refresh(false);
    askedHosts();
    pass(10 * SECOND);
    await refresh(false);
    expect(askedHosts()).toEqual([]);
    expect(store.writes).toHaveLength(1);
  });

  test('without a network no host is blamed', async () => {
    const { refresh, state, store } = setUp({ get: async () => failed('offline') });
    await refresh(false);
    const { snapshot, health } = await state();
    expect(failingHosts(health)).toEqual([]);
    expect(new Set(snapshot.trouble?.failures.map(({ kind }) => kind))).toEqual(new Set(['offline']));
    expect(store.writes).toHaveLength(1);
  });

  test('back-offs outlive the worker', async () => {
    break_(ALL_HOSTS, { kind: 'server-error' });
    const { refresh, deps, pass } = setUp();
    await refresh(false);
    askedHosts();
    pass(10 * SECOND);
    await createRefresh(deps)(false);
    expect(askedHosts()).toEqual([]);
  });
});

describe('a reader’s refresh', () => {
  test('goes before a back-off that we chose ourselves', async () => {
    break_(ALL_HOSTS, { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    break_(ALL_HOSTS, null);
    askedHosts();
    pass(SECOND);
    await refresh(false);
    expect(askedHosts()).toEqual([]);
    await refresh(true);
    // Ranking and rates come along, being missing.
    expect(askedHosts()).toEqual(['api.coingecko.com', 'data-api.binance.vision', 'open.er-api.com']);
    expect((await snapshot()).trouble).toBeNull();
  });

  test.each([
    [{ kind: 'rate-limited', retryAfter: 60 }, 60 * SECOND],
    [{ kind: 'banned', retryAfter: 180 }, 180 * SECOND],
  ] as const)('but never before the time the server named: $kind', async (fault, asked) => {
    world.fault('data-api.binance.vision', fault);
    const { refresh, pass } = setUp();
    await refresh(false);
    world.fault('data-api.binance.vision', null);
    askedHosts();
    pass(asked - SECOND);
    await refresh(true);
    expect(askedHosts()).toContain('api.binance.com');
    pass(6 * SECOND);
    await refresh(true);
    expect(askedHosts()).toEqual(['data-api.binance.vision']);
  });
});

describe('rates', () => {
  test('come from the second source when the first fails, with its own date', async () => {
    world.fault('open.er-api.com', { kind: 'rate-limited' });
    const { refresh, snapshot, now } = setUp();
    await refresh(false);
    const { fx } = await snapshot();
    expect(fx).toMatchObject({ source: 'frankfurter', at: now(), perUsd: { CNY: '7.1758', TWD: '30.72' } });
    expect(fx?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    // A central bank's day: never Saturday or Sunday.
    expect([1, 2, 3, 4, 5]).toContain(new Date(fx?.date ?? '').getUTCDay());
  });

  test('stay with their date when all fail, and are asked for again after ten minutes', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const { fx } = await snapshot();
    break_(FX_HOSTS, { kind: 'refuse' });
    pass(6 * HOUR);
    await refresh(false);
    expect((await snapshot()).fx).toEqual(fx);
    expect((await snapshot()).trouble).toBeNull();
    askedHosts();
    pass(9 * MINUTE);
    await refresh(true);
    expect(askedHosts()).not.toContain('open.er-api.com');
    break_(FX_HOSTS, null);
    pass(MINUTE);
    await refresh(false);
    expect(askedHosts()).toContain('open.er-api.com');
    expect((await snapshot()).fx?.at).toBeGreaterThan(fx?.at ?? 0);
  });

  test('that are missing are asked for again half a minute later, or when a reader asks', async () => {
    break_(FX_HOSTS, { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    break_(FX_HOSTS, null);
    expect((await snapshot()).fx).toBeNull();
    askedHosts();
    pass(10 * SECOND);
    await refresh(false);
    expect(askedHosts()).not.toContain('open.er-api.com');
    await refresh(false);
    pass(10 * SECOND);
    await refresh(true);
    expect(askedHosts()).toContain('open.er-api.com');
    expect((await snapshot()).fx?.perUsd.CNY).toBe('7.1758');
  });
});

describe('without CoinGecko', () => {
  test('a USDT costs one USDT, and its change is absent, not invented', async () => {
    world.fault('api.coingecko.com', { kind: 'refuse' });
    const { refresh, snapshot, now } = setUp();
    await refresh(false);
    const { quotes, hot, usdtUsd, trouble } = await snapshot();
    expect(quotes.tether).toEqual({ last: '1', change24h: null, source: 'binance', at: now() });
    // Kraken lists it, and knows what a USDT costs.
    expect(quotes.monero).toMatchObject({ last: '318.55', source: 'kraken' });
    expect(usdtUsd).toMatchObject({ source: 'kraken' });
    expect([hot, trouble]).toEqual([null, null]);
    expect(quotes.bitcoin?.last).toBe('105239.09');
  });

  test('a ranking that is missing is asked for again at the next tick', async () => {
    world.fault('api.coingecko.com', { kind: 'refuse' });
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    world.fault('api.coingecko.com', null);
    askedHosts();
    pass(MINUTE);
    await refresh(false);
    expect(askedHosts()).toContain('api.coingecko.com');
    expect((await snapshot()).hot?.ids).toHaveLength(COINS.length);
  });

  test('one that is only old is asked for again after ten minutes, not before', async () => {
    const { refresh, snapshot, pass } = setUp();
    await refresh(false);
    const { hot } = await snapshot();
    world.fault('api.coingecko.com', { kind: 'refuse' });
    pass(HOUR);
    await refresh(false);
    expect((await snapshot()).hot).toEqual(hot);
    world.fault('api.coingecko.com', null);
    const wholes = (): number =>
      world.requests.filter(({ query }) => query.includes('bitcoin%2Cethereum')).length;
    askedHosts();
    pass(9 * MINUTE);
    await refresh(true);
    expect(wholes()).toBe(0);
    pass(MINUTE);
    await refresh(false);
    expect(wholes()).toBe(1);
    expect((await snapshot()).hot?.at).toBeGreaterThan(hot?.at ?? 0);
  });

  test('the change of USDT is kept for two hours, then it is no 24-hour change any more', async () => {
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
  /** Lets the first `steps` calls to the outside through; what comes after is not answered any more. */
  function dying(deps: RefreshDeps, steps: number, death: 'reject' | 'hang') {
    let left = steps;
    let died: () => void = () => {};
    const dead = new Promise<void>((resolve) => {
      died = resolve;
    });
    const mortal =
      <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> => {
        left -= 1;
        if (left >= 0) return call(...given);
        died();
        // Storage may refuse; the network never throws, it only falls silent.
        const refuses = death === 'reject' && call !== (deps.environment.get as unknown);
        return refuses ? Promise.reject(new Error('killed')) : new Promise(() => {});
      };
    return {
      dead,
      deps: {
        ...deps,
        environment: { ...deps.environment, get: mortal(deps.environment.get) },
        read: mortal(deps.read),
        write: mortal(deps.write),
      },
    };
  }

  // A read, four requests, a look at what others have learnt meanwhile, and a write.
  const STEPS = [0, 1, 2, 3, 4, 5, 6];

  test('those seven are all that a first refresh waits for', async () => {
    const { deps, store } = setUp();
    const { deps: mortal } = dying(deps, STEPS.length, 'reject');
    await createRefresh(mortal)(false);
    expect(store.writes).toHaveLength(1);
  });

  describe.each(['reject', 'hang'] as const)('%s', (death) => {
    test.each(STEPS)(
      'on a first start after %d steps: nothing is half stored, and the next worker does it all',
      async (step) => {
        const { deps, store, snapshot } = setUp();
        const { deps: mortal, dead } = dying(deps, step, death);
        const run = createRefresh(mortal)(false);
        await Promise.race([run.catch(() => undefined), dead]);
        expect(store.text()).toBe('{}');
        await createRefresh(deps)(false);
        const { quotes, fx, hot, trouble } = await snapshot();
        expect(Object.keys(quotes)).toHaveLength(COINS.length);
        expect([fx?.perUsd.CNY, hot?.ids.length, trouble]).toEqual(['7.1758', COINS.length, null]);
      },
    );

    test.each(STEPS)('with all due again after %d steps: the old snapshot stays whole', async (step) => {
      const { deps, store, refresh, pass, snapshot } = setUp();
      await refresh(false);
      const before = store.text();
      pass(7 * HOUR);
      const { deps: mortal, dead } = dying(deps, step, death);
      const run = createRefresh(mortal)(false);
      await Promise.race([run.catch(() => undefined), dead]);
      expect(store.text()).toBe(before);
      await createRefresh(deps)(false);
      expect((await snapshot()).fx?.at).toBe(deps.environment.now());
      expect((await snapshot()).trouble).toBeNull();
    });
  });

  test('one that only failed goes on: the next call starts anew', async () => {
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

test('no host is asked that the sources do not name', async () => {
  break_(['data-api.binance.vision', 'www.okx.com', 'open.er-api.com'], {
    kind: 'redirect',
    to: 'https://evil.example/',
  });
  const { refresh, pass } = setUp();
  for (let round = 0; round < 5; round += 1) {
    await refresh(true);
    pass(10 * MINUTE);
  }
  for (const host of askedHosts()) expect(ALL_HOSTS).toContain(host);
});
