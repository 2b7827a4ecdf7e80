import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Candle } from '../core/history/candle.ts';
import { minuteOf } from '../core/history/historical-price.ts';
import { MAX_STORED } from '../core/history/history-quota.ts';
import { type History, historyKey } from '../core/history/price-history.ts';
import { parseHistory } from '../core/history/price-history-schema.ts';
import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import { parseDecimal } from '../core/money/decimal.ts';
import { type Health, NEW_HOST } from '../core/sources/host-health.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { CandleSource, Provider } from '../core/sources/price-source.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { HEALTH, HISTORY_INDEX } from '../core/storage/items.ts';
import { binance } from '../providers/binance.ts';
import { PROVIDERS } from '../providers/index.ts';
import { okx } from '../providers/okx.ts';
import { getFrom } from '../tests/world-reach.ts';
import type { Fault } from '../world/faults.ts';
import { marketPriceAt } from '../world/market-history.ts';
import { startWorld, type World } from '../world/world.ts';
import { createHistory } from './history.ts';
import type { HistoryDeps } from './history-store.ts';
import type { Environment } from './request.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BINANCE = 'data-api.binance.vision';
const HOSTS = [BINANCE, 'api.binance.com', 'www.okx.com', 'api.coingecko.com'];
/** How long a host that never answers is waited for. Others have more than the real timeouts: the machine may be busy. */
const PATIENCE_MS = 1_000;
/** Hosts that never answer. */
const hanging = new Set<string>();

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  for (const host of ['*', ...HOSTS]) world.fault(host, null);
  hanging.clear();
  world.clearRequests();
});

const symbolOf = (id: string): string => COIN_BY_ID.get(id)?.symbol ?? '';
const rowsOf = (rows: unknown, ms: number): Result<readonly Candle[]> =>
  Array.isArray(rows)
    ? success(rows.map(([at, open, , , close]) => ({ at: Number(at), ms, open, close })))
    : failed('bad-shape');

// Kept simple: the sources' own candle formats are tested with the sources.
const KLINES: CandleSource = {
  covers: binance.covers,
  request: (id, span) =>
    `/api/v3/klines?symbol=${symbolOf(id)}USDT&${span === 'day' ? 'interval=30m&limit=48' : 'interval=2h&limit=84'}`,
  requestAt: (id, at) =>
    `/api/v3/klines?symbol=${symbolOf(id)}USDT&interval=1m&startTime=${at - MINUTE}&limit=3`,
  decode: ({ body }) =>
    rowsOf(body, Array.isArray(body) && body.length > 1 ? body[1][0] - body[0][0] : MINUTE),
};
const OKX_CANDLES: CandleSource = {
  covers: okx.covers,
  request: (id, span) =>
    `/api/v5/market/candles?instId=${symbolOf(id)}-USDT&${span === 'day' ? 'bar=30m&limit=48' : 'bar=2H&limit=84'}`,
  requestAt: (id, at) =>
    `/api/v5/market/history-candles?instId=${symbolOf(id)}-USDT&bar=1m&after=${at + MINUTE}&limit=3`,
  decode: ({ body }) => {
    const rows = (body as { data?: unknown[][] }).data?.toReversed();
    return rowsOf(rows, rows && rows.length > 1 ? Number(rows[1]?.[0]) - Number(rows[0]?.[0]) : MINUTE);
  },
};
const SOURCES: readonly Provider[] = [
  { ...binance, candles: KLINES },
  { ...okx, candles: OKX_CANDLES },
];

/** Storage like a browser's: JSON, parsed and validated on every read. */
function createStore(capacity = Number.POSITIVE_INFINITY) {
  const stored = new Map<string, string>();
  const writes: string[][] = [];
  const read = (key: string): unknown => (stored.has(key) ? JSON.parse(stored.get(key) ?? '') : undefined);
  return {
    stored,
    writes,
    read,
    set: (key: string, value: unknown): void => void stored.set(key, JSON.stringify(value)),
    history: (id: string): History | null =>
      stored.has(historyKey(id)) ? parseHistory(read(historyKey(id))) : null,
    health: (): Health => HEALTH.parse(read('health')),
    index: () => HISTORY_INDEX.parse(read('history-index')),
    deps: {
      read: async (ids) => ({
        histories: Object.fromEntries(
          ids
            .filter((id) => stored.has(historyKey(id)))
            .map((id) => [id, parseHistory(read(historyKey(id)))]),
        ),
        index: HISTORY_INDEX.parse(read('history-index')),
        health: HEALTH.parse(read('health')),
      }),
      withLock: (work: () => Promise<void>) => work(),
      readHealth: async () => HEALTH.parse(read('health')),
      write: async ({ histories, index, health, dropped }) => {
        const items = Object.entries(histories).map(([id, history]) => [historyKey(id), history] as const);
        for (const id of dropped) stored.delete(historyKey(id));
        const added = items.filter(([key]) => !stored.has(key)).length;
        if ([...stored.keys()].filter((key) => key.startsWith('history:')).length + added > capacity)
          throw new Error('QuotaExceededError');
        const all = [...items, ['history-index', index] as const, ['health', health] as const];
        for (const [key, value] of all) stored.set(key, JSON.stringify(value));
        writes.push(all.map(([key]) => key));
      },
    } satisfies Pick<HistoryDeps, 'withLock' | 'read' | 'readHealth' | 'write'>,
  };
}

function setUp(over: Partial<HistoryDeps> = {}, store = createStore()) {
  let time = Date.now();
  const now = () => time;
  const deps: HistoryDeps = {
    environment: {
      get: (url, timeoutMs) =>
        getFrom(world, url, hanging.has(new URL(url).host) ? PATIENCE_MS : 4 * timeoutMs, now),
      now,
      random: () => 0,
      wait: () => Promise.resolve(),
      logBulkFetch: () => Promise.resolve(),
    },
    providers: async () => SOURCES,
    ...store.deps,
    ...over,
  };
  return {
    store,
    now,
    deps,
    history: createHistory(deps),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const requestedHosts = (): string[] => {
  const hosts = world.requests.map(({ host }) => host);
  world.clearRequests();
  return hosts;
};

/** The test server's price of a coin at a time. */
function worldPrice(id: string, at: number): number {
  const coin = world.market.coin(id);
  if (!coin) throw new Error(id);
  return marketPriceAt(coin, at, Date.now());
}
const expectNear = (price: string | undefined, expected: number): void => {
  expect(Math.abs(Number(price) / expected - 1)).toBeLessThan(0.001);
};

describe('history: what is requested', () => {
  test('the last day: two correct prices per hour, in one write', async () => {
    const { history, store, now } = setUp();
    await history(['bitcoin', 'solana'], null);
    expect(requestedHosts()).toEqual([BINANCE, BINANCE]);
    expect(store.writes).toEqual([['history:bitcoin', 'history:solana', 'history-index', 'health']]);
    const day = store.history('bitcoin')?.day;
    expect(day).toMatchObject({ source: 'binance', at: now(), step: 30 * MINUTE });
    expect(day?.prices.length).toBeGreaterThanOrEqual(46);
    day?.prices.forEach((price, i) => {
      expectNear(price, worldPrice('bitcoin', day.start + i * day.step));
    });
    expect(store.history('bitcoin')).toMatchObject({ week: null, past: [] });
  });

  test('the last week on request', async () => {
    const { history, store } = setUp();
    await history(['ethereum'], null, ['day', 'week']);
    const week = store.history('ethereum')?.week;
    expect(week?.prices.length).toBeGreaterThanOrEqual(82);
    week?.prices.forEach((price, i) => {
      expectNear(price, worldPrice('ethereum', week.start + i * week.step));
    });
    expect(store.history('ethereum')?.day?.step).toBe(30 * MINUTE);
  });

  test.each([5 * MINUTE, 7 * HOUR, 12 * DAY])('the price %d ms ago', async (ago) => {
    const { history, store, now } = setUp();
    const at = now() - ago;
    await history(['bitcoin'], at);
    const [past] = store.history('bitcoin')?.past ?? [];
    expect(past).toMatchObject({ time: minuteOf(at), source: 'binance' });
    expect(past?.at).toBeLessThanOrEqual(at);
    expectNear(past?.price, worldPrice('bitcoin', minuteOf(at)));
  });

  test('USDT: always one USDT, without a request', async () => {
    const { history, store, now } = setUp();
    await history(['tether'], now() - HOUR, ['day', 'week']);
    expect(requestedHosts()).toEqual([]);
    const { day, week, past } = store.history('tether') ?? {};
    expect([day?.prices, week?.prices, past?.[0]?.price]).toEqual([['1', '1'], ['1', '1'], '1']);
  });

  test('nothing for unknown coins, for future times, or beyond twenty coins', async () => {
    const { history, store, now } = setUp();
    await history(['constructor', '__proto__', 'nope', ''], now() - HOUR);
    expect([requestedHosts(), store.writes]).toEqual([[], []]);
    await history(['bitcoin'], now() + HOUR);
    expect(store.history('bitcoin')?.past).toEqual([]);
    requestedHosts();
    await history([...COIN_BY_ID.keys()].filter(binance.covers), null);
    expect(requestedHosts()).toHaveLength(19);
  });
});

describe('history: how often', () => {
  test('a day is current for half an hour, a week for three hours, a past price forever', async () => {
    const { history, pass, now } = setUp();
    const at = now() - 7 * HOUR;
    await history(['bitcoin'], at, ['day', 'week']);
    expect(requestedHosts()).toHaveLength(3);
    pass(29 * MINUTE);
    await history(['bitcoin'], at, ['day', 'week']);
    expect(requestedHosts()).toHaveLength(0);
    pass(2 * MINUTE);
    await history(['bitcoin'], at + 20 * SECOND, ['day', 'week']);
    expect(requestedHosts()).toHaveLength(minuteOf(at) === minuteOf(at + 20 * SECOND) ? 1 : 2);
    pass(150 * MINUTE);
    await history(['bitcoin'], at, ['day', 'week']);
    expect(world.requests.map(({ query }) => query).filter((query) => query.includes('1m'))).toEqual([]);
    expect(world.requests.some(({ query }) => query.includes('2h'))).toBe(true);
  });

  test('two parallel calls for the same data send one request', async () => {
    const { history, store } = setUp();
    await Promise.all([
      history(['bitcoin'], null),
      history(['bitcoin', 'bitcoin'], null),
      history(['solana'], null),
    ]);
    expect(requestedHosts()).toHaveLength(2);
    expect(store.writes).toHaveLength(2);
  });

  test('at most four requests run in parallel', async () => {
    let running = 0;
    let maxRunning = 0;
    const { deps } = setUp();
    const get: Environment['get'] = async (...request) => {
      running += 1;
      maxRunning = Math.max(maxRunning, running);
      const got = await deps.environment.get(...request);
      running -= 1;
      return got;
    };
    await createHistory({ ...deps, environment: { ...deps.environment, get } })(
      [...COIN_BY_ID.keys()].slice(0, 15),
      null,
    );
    expect(maxRunning).toBe(4);
  });

  test('a page that keeps asking for other times causes at most 120 requests per hour, across workers', async () => {
    const { deps, pass, now } = setUp();
    const coins = [...COIN_BY_ID.keys()].filter(binance.covers);
    const times: number[] = [];
    for (let minute = 0; minute < 120; minute += 1) {
      // Each iteration is a new worker that knows only what was stored.
      await createHistory(deps)(coins.slice(0, 10), now() - DAY - minute * HOUR);
      times.push(...requestedHosts().map(() => now()));
      pass(MINUTE);
    }
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + HOUR).length).toBeLessThanOrEqual(120);
    expect(times.length).toBeGreaterThan(100);
  });

  test('a flood of calls is dropped', async () => {
    let reads = 0;
    const { deps, now } = setUp();
    const read: HistoryDeps['read'] = (ids) => {
      reads += 1;
      return deps.read(ids);
    };
    const history = createHistory({ ...deps, read });
    await Promise.all(Array.from({ length: 500 }, (_, i) => history(['bitcoin'], now() - i * MINUTE)));
    expect(reads).toBeLessThan(30);
  });

  test('unavailable data is not requested again for ten minutes', async () => {
    world.serve('https://silent.example.com/candles', { body: '[]' });
    const candles = { ...KLINES, request: () => '/candles' };
    const only = [{ ...binance, origins: ['https://silent.example.com'] as const, candles }];
    const { history, pass, store } = setUp({ providers: async () => only });
    await history(['bitcoin'], null);
    expect(requestedHosts()).toHaveLength(1);
    expect(store.history('bitcoin')).toBeNull();
    pass(9 * MINUTE);
    await history(['bitcoin'], null);
    expect(requestedHosts()).toHaveLength(0);
    pass(2 * MINUTE);
    await history(['bitcoin'], null);
    expect(requestedHosts()).toHaveLength(1);
  });

  test('current prices always find some of each limit left', async () => {
    const { history, store } = setUp();
    await history([...COIN_BY_ID.keys()].filter(okx.covers).slice(0, 20), null, ['day', 'week']);
    // Twenty coins and two spans: more than one source allows at once.
    const { hosts } = store.health();
    expect(Object.keys(hosts)).toEqual(expect.arrayContaining([BINANCE, 'api.binance.com']));
    for (const { tokens } of Object.values(hosts)) expect(tokens).toBeGreaterThanOrEqual(1);
  });
});

const HOST_FAULTS: readonly Fault[] = [
  { kind: 'refuse' },
  { kind: 'hang' },
  { kind: 'rate-limited', retryAfter: 30 },
  { kind: 'banned', retryAfter: 120 },
  { kind: 'geo-blocked' },
  { kind: 'forbidden-html' },
  { kind: 'server-error', status: 500 },
  { kind: 'redirect' },
];

describe('history: when a source fails', () => {
  test.each(HOST_FAULTS)(
    '$kind: the next source is requested, and the host backs off as after one failure',
    async (fault) => {
      for (const host of [BINANCE, 'api.binance.com']) {
        world.fault(host, fault);
        if (fault.kind === 'hang') hanging.add(host);
      }
      const { history, store, now, pass } = setUp();
      await history(['bitcoin', 'ethereum', 'solana', 'ripple'], now() - HOUR);
      expect(store.history('bitcoin')?.past[0]?.source).toBe('okx');
      const { failures, retryAt, serverRetryAt } = store.health().hosts[BINANCE] ?? NEW_HOST;
      expect(failures).toBe(1);
      expect(retryAt).toBeGreaterThan(now());
      expect(retryAt).toBeGreaterThanOrEqual(serverRetryAt);
      requestedHosts();
      pass(10 * SECOND);
      await history(['cardano'], null);
      expect(requestedHosts()).toEqual(['www.okx.com']);
    },
  );

  test.each<[string, { status?: number; body: string }]>([
    ['a time too far back', { status: 401, body: '{"error":{"status":{"error_code":10012}}}' }],
    ['an unknown coin', { status: 404, body: '{"error":"coin not found"}' }],
    ['no candles', { body: '[]' }],
    ['another shape', { body: '{"ok":true}' }],
  ])('%s: the next source is requested, and no host is blamed', async (_what, answer) => {
    const provider = {
      ...binance,
      origins: ['https://candles.example.com'] as const,
      candles: { ...KLINES, request: () => '/moment', requestAt: () => '/moment' },
    };
    world.serve('https://candles.example.com/moment', answer);
    const { history, store, now } = setUp({ providers: async () => [provider, ...SOURCES.slice(1)] });
    await history(['bitcoin'], now() - HOUR);
    expect(store.history('bitcoin')?.past[0]?.source).toBe('okx');
    expect(store.health().hosts['candles.example.com']?.failures).toBe(0);
  });

  test('a coin that a source does not list is requested from the next one', async () => {
    const { history, store, now } = setUp();
    store.set('health', {
      ...HEALTH.fallback,
      unlisted: { binance: { ids: ['solana'], until: now() + HOUR } },
    });
    await history(['solana', 'bitcoin'], null);
    expect([store.history('solana')?.day?.source, store.history('bitcoin')?.day?.source]).toEqual([
      'okx',
      'binance',
    ]);
    world.fault(BINANCE, { kind: 'unknown-symbol', symbol: 'ADA' });
    await history(['cardano'], null);
    expect(store.history('cardano')?.day?.source).toBe('okx');
    expect(store.health().hosts[BINANCE]?.failures).toBe(0);
  });

  test('a host that sent Retry-After is not requested', async () => {
    const { history, store, now } = setUp();
    const rest = { ...NEW_HOST, failures: 1, retryAt: now() + HOUR, serverRetryAt: now() + HOUR };
    store.set('health', { ...HEALTH.fallback, hosts: Object.fromEntries(HOSTS.map((host) => [host, rest])) });
    await history(['bitcoin'], now() - HOUR);
    expect([requestedHosts(), store.writes]).toEqual([[], []]);
  });

  test('without a network no host is blamed, no quota is used, and the next call retries', async () => {
    let online = false;
    const { deps, store } = setUp();
    const history = createHistory({
      ...deps,
      environment: {
        ...deps.environment,
        get: async (...request) => (online ? deps.environment.get(...request) : failed('offline')),
      },
    });
    await history(['bitcoin'], null);
    expect(store.writes).toEqual([]);
    online = true;
    await history(['bitcoin'], null);
    expect(store.history('bitcoin')?.day?.source).toBe('binance');
  });

  test('host health stored by other jobs in the meantime is kept', async () => {
    const { deps, store } = setUp();
    const other = { ...NEW_HOST, failures: 3 };
    const history = createHistory({
      ...deps,
      environment: {
        ...deps.environment,
        get: async (...request): Promise<Result<Answer>> => {
          const hosts = { 'other.example.com': other };
          store.set('health', { ...HEALTH.fallback, hosts, next: { fx: 7 } });
          return deps.environment.get(...request);
        },
      },
    });
    await history(['bitcoin'], null);
    expect(store.health().hosts['other.example.com']).toEqual(other);
    expect(store.health().next.fx).toBe(7);
    expect(store.health().hosts[BINANCE]?.goodAt).toBeGreaterThan(0);
  });
});

describe('history: what is stored', () => {
  test('the sixty most recently fetched coins', async () => {
    const { history, store } = setUp();
    const old = Array.from({ length: MAX_STORED }, (_, i) => `old-${i}`);
    store.set('history-index', { v: 1, ids: old, tokens: 60, tokensAt: 1 });
    for (const id of old) store.set(historyKey(id), { v: 1 });
    await history(['bitcoin', 'solana'], null);
    expect(store.index().ids).toHaveLength(MAX_STORED);
    expect(store.index().ids.slice(0, 2).sort()).toEqual(['bitcoin', 'solana']);
    expect([store.history('old-57') !== null, store.history('old-58'), store.history('old-59')]).toEqual([
      true,
      null,
      null,
    ]);
  });

  test('the older half is dropped when storage is full', async () => {
    const store = createStore(4);
    for (const id of ['old-0', 'old-1', 'old-2', 'old-3']) store.set(historyKey(id), { v: 1 });
    store.set('history-index', { v: 1, ids: ['old-0', 'old-1', 'old-2', 'old-3'], tokens: 60, tokensAt: 1 });
    const { history } = setUp({}, store);
    await history(['bitcoin'], null);
    expect(store.history('bitcoin')?.day).not.toBeNull();
    expect(store.index().ids).toEqual(['bitcoin', 'old-0', 'old-1']);
    expect(store.history('old-3')).toBeNull();
  });

  test('when nothing can be stored, the next call still runs and still counts against the quota', async () => {
    const { history, now } = setUp({}, createStore(0));
    for (let call = 0; call < 100; call += 1) await history(['bitcoin'], now() - call * MINUTE);
    expect(requestedHosts().length).toBeLessThanOrEqual(60);
  });

  test('invalid stored data is fetched again', async () => {
    const { history, store, now } = setUp();
    const forged = { at: now() + DAY, source: 'binance', start: 1, step: 1, prices: ['1'] };
    store.set(historyKey('bitcoin'), { v: 1, day: forged, week: 'x', past: [{ time: 1 }, null] });
    store.set('history-index', { v: 1, ids: { length: 5 }, tokens: 1e9, tokensAt: 'x' });
    await history(['bitcoin'], null);
    expect(store.history('bitcoin')?.day).toMatchObject({ at: now(), step: 30 * MINUTE });
    expect(store.index().ids).toEqual(['bitcoin']);
  });

  test('a dozen past times, the latest requested first', async () => {
    const { history, store, now } = setUp();
    for (let hour = 1; hour <= 14; hour += 1) await history(['bitcoin'], now() - hour * HOUR);
    const past = store.history('bitcoin')?.past ?? [];
    expect(past.map(({ time }) => time)).toEqual(
      Array.from({ length: 12 }, (_, i) => minuteOf(now() - (14 - i) * HOUR)),
    );
  });

  test('the job never rejects', async () => {
    const broken = setUp({ read: () => Promise.reject(new Error('no storage')) });
    await expect(broken.history(['bitcoin'], null)).resolves.toBeUndefined();
  });
});

test('every source with candles returns a day, a week and a past time of its first coins', async () => {
  for (const provider of PROVIDERS.filter(({ candles }) => candles)) {
    const coin = ['bitcoin', 'monero'].find((id) => provider.candles?.covers(id)) ?? '';
    for (const ago of [10 * MINUTE, 6 * HOUR, 12 * DAY]) {
      // With its own quota: this test is about the returned data.
      const { history, store, now } = setUp({
        providers: async () => [{ ...provider, limit: { requests: 100, perMs: MINUTE } }],
      });
      const at = now() - ago;
      await history([coin], at, ['day', 'week']);
      const { day, week, past = [] } = store.history(coin) ?? {};
      expect([provider.id, day?.source, week?.source, past[0]?.source]).toEqual(Array(4).fill(provider.id));
      for (const series of [day, week]) {
        expect(series?.prices.length).toBeGreaterThan(20);
        series?.prices.forEach((price, i) => {
          expect(parseDecimal(price)?.digits).toBeGreaterThan(0n);
          expect(Math.abs(Number(price) / worldPrice(coin, series.start + i * series.step) - 1)).toBeLessThan(
            0.02,
          );
        });
      }
      expect(Math.abs(Number(past[0]?.price) / worldPrice(coin, minuteOf(at)) - 1)).toBeLessThan(0.01);
    }
  }
});
