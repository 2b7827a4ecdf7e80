import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Candle } from '../core/history/candle.ts';
import { minuteOf } from '../core/history/historical-price.ts';
import { MOST_STORED } from '../core/history/history-quota.ts';
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
/** The real time-outs are seconds; the world is near, but the machine may be busy. */
const PATIENCE_MS = 1_500;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  for (const host of ['*', ...HOSTS]) world.fault(host, null);
  world.clearRequests();
});

const symbolOf = (id: string): string => COIN_BY_ID.get(id)?.symbol ?? '';
const rowsOf = (rows: unknown, ms: number): Result<readonly Candle[]> =>
  Array.isArray(rows)
    ? success(rows.map(([at, open, , , close]) => ({ at: Number(at), ms, open, close })))
    : failed('bad-shape');

// As plain as can be: what the sources' own candles look like is tested with the sources.
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
const LADDER: readonly Provider[] = [
  { ...binance, candles: KLINES },
  { ...okx, candles: OKX_CANDLES },
];

/** Storage as a browser keeps it: JSON, read with all suspicion. */
function createStore(capacity = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  const writes: string[][] = [];
  const read = (key: string): unknown => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined);
  return {
    kept,
    writes,
    read,
    set: (key: string, value: unknown): void => void kept.set(key, JSON.stringify(value)),
    history: (id: string): History | null =>
      kept.has(historyKey(id)) ? parseHistory(read(historyKey(id))) : null,
    health: (): Health => HEALTH.parse(read('health')),
    index: () => HISTORY_INDEX.parse(read('history-index')),
    deps: {
      read: async (ids) => ({
        histories: Object.fromEntries(
          ids.filter((id) => kept.has(historyKey(id))).map((id) => [id, parseHistory(read(historyKey(id)))]),
        ),
        index: HISTORY_INDEX.parse(read('history-index')),
        health: HEALTH.parse(read('health')),
      }),
      withLock: (work: () => Promise<void>) => work(),
      readHealth: async () => HEALTH.parse(read('health')),
      write: async ({ histories, index, health, dropped }) => {
        const items = Object.entries(histories).map(([id, history]) => [historyKey(id), history] as const);
        for (const id of dropped) kept.delete(historyKey(id));
        const added = items.filter(([key]) => !kept.has(key)).length;
        if ([...kept.keys()].filter((key) => key.startsWith('history:')).length + added > capacity)
          throw new Error('QuotaExceededError');
        const all = [...items, ['history-index', index] as const, ['health', health] as const];
        for (const [key, value] of all) kept.set(key, JSON.stringify(value));
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
      get: (url, timeoutMs) => getFrom(world, url, Math.min(timeoutMs, PATIENCE_MS), now),
      now,
      random: () => 0,
      wait: () => Promise.resolve(),
      logBulkFetch: () => Promise.resolve(),
    },
    providers: async () => LADDER,
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

const asked = (): string[] => {
  const hosts = world.requests.map(({ host }) => host);
  world.clearRequests();
  return hosts;
};

/** What the world says a coin cost. */
function worldPrice(id: string, at: number): number {
  const coin = world.market.coin(id);
  if (!coin) throw new Error(id);
  return marketPriceAt(coin, at, Date.now());
}
const isNear = (price: string | undefined, wanted: number): void => {
  expect(Math.abs(Number(price) / wanted - 1)).toBeLessThan(0.001);
};

describe('what is asked for', () => {
  test('is the last day: two prices an hour, true ones, in one write', async () => {
    const { history, store, now } = setUp();
    await history(['bitcoin', 'solana'], null);
    expect(asked()).toEqual([BINANCE, BINANCE]);
    expect(store.writes).toEqual([['history:bitcoin', 'history:solana', 'history-index', 'health']]);
    const day = store.history('bitcoin')?.day;
    expect(day).toMatchObject({ source: 'binance', at: now(), step: 30 * MINUTE });
    expect(day?.prices.length).toBeGreaterThanOrEqual(46);
    day?.prices.forEach((price, i) => {
      isNear(price, worldPrice('bitcoin', day.start + i * day.step));
    });
    expect(store.history('bitcoin')).toMatchObject({ week: null, past: [] });
  });

  test('is the last week where it is wished', async () => {
    const { history, store } = setUp();
    await history(['ethereum'], null, ['day', 'week']);
    const week = store.history('ethereum')?.week;
    expect(week?.prices.length).toBeGreaterThanOrEqual(82);
    week?.prices.forEach((price, i) => {
      isNear(price, worldPrice('ethereum', week.start + i * week.step));
    });
    expect(store.history('ethereum')?.day?.step).toBe(30 * MINUTE);
  });

  test.each([5 * MINUTE, 7 * HOUR, 12 * DAY])('is the price of %d ms ago', async (ago) => {
    const { history, store, now } = setUp();
    const at = now() - ago;
    await history(['bitcoin'], at);
    const [past] = store.history('bitcoin')?.past ?? [];
    expect(past).toMatchObject({ time: minuteOf(at), source: 'binance' });
    expect(past?.at).toBeLessThanOrEqual(at);
    isNear(past?.price, worldPrice('bitcoin', minuteOf(at)));
  });

  test('of a USDT is one USDT, and nobody is asked', async () => {
    const { history, store, now } = setUp();
    await history(['tether'], now() - HOUR, ['day', 'week']);
    expect(asked()).toEqual([]);
    const { day, week, past } = store.history('tether') ?? {};
    expect([day?.prices, week?.prices, past?.[0]?.price]).toEqual([['1', '1'], ['1', '1'], '1']);
  });

  test('of what is no coin is nothing, nor of the future, nor of more than twenty', async () => {
    const { history, store, now } = setUp();
    await history(['constructor', '__proto__', 'nope', ''], now() - HOUR);
    expect([asked(), store.writes]).toEqual([[], []]);
    await history(['bitcoin'], now() + HOUR);
    expect(store.history('bitcoin')?.past).toEqual([]);
    asked();
    await history([...COIN_BY_ID.keys()].filter(binance.covers), null);
    expect(asked()).toHaveLength(19);
  });
});

describe('how often', () => {
  test('a day is young for half an hour, a week for three, a past price for good', async () => {
    const { history, pass, now } = setUp();
    const at = now() - 7 * HOUR;
    await history(['bitcoin'], at, ['day', 'week']);
    expect(asked()).toHaveLength(3);
    pass(29 * MINUTE);
    await history(['bitcoin'], at, ['day', 'week']);
    expect(asked()).toHaveLength(0);
    pass(2 * MINUTE);
    await history(['bitcoin'], at + 20 * SECOND, ['day', 'week']);
    expect(asked()).toHaveLength(minuteOf(at) === minuteOf(at + 20 * SECOND) ? 1 : 2);
    pass(150 * MINUTE);
    await history(['bitcoin'], at, ['day', 'week']);
    expect(world.requests.map(({ query }) => query).filter((query) => query.includes('1m'))).toEqual([]);
    expect(world.requests.some(({ query }) => query.includes('2h'))).toBe(true);
  });

  test('two who want the same at once ask once', async () => {
    const { history, store } = setUp();
    await Promise.all([
      history(['bitcoin'], null),
      history(['bitcoin', 'bitcoin'], null),
      history(['solana'], null),
    ]);
    expect(asked()).toHaveLength(2);
    expect(store.writes).toHaveLength(2);
  });

  test('never more than four side by side', async () => {
    let running = 0;
    let most = 0;
    const { deps } = setUp();
    const get: Environment['get'] = async (...request) => {
      running += 1;
      most = Math.max(most, running);
      const got = await deps.environment.get(...request);
      running -= 1;
      return got;
    };
    await createHistory({ ...deps, environment: { ...deps.environment, get } })(
      [...COIN_BY_ID.keys()].slice(0, 15),
      null,
    );
    expect(most).toBe(4);
  });

  test('a page that asks for ever other moments gets no more than 120 requests an hour out of us, across workers', async () => {
    const { deps, pass, now } = setUp();
    const coins = [...COIN_BY_ID.keys()].filter(binance.covers);
    const times: number[] = [];
    for (let minute = 0; minute < 120; minute += 1) {
      // Each time a new worker, that remembers what was stored and nothing else.
      await createHistory(deps)(coins.slice(0, 10), now() - DAY - minute * HOUR);
      times.push(...asked().map(() => now()));
      pass(MINUTE);
    }
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + HOUR).length).toBeLessThanOrEqual(120);
    expect(times.length).toBeGreaterThan(100);
  });

  test('a flood of calls is cut off', async () => {
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

  test('what nobody has is not asked for again for ten minutes', async () => {
    world.serve('https://silent.example.com/candles', { body: '[]' });
    const candles = { ...KLINES, request: () => '/candles' };
    const only = [{ ...binance, origins: ['https://silent.example.com'] as const, candles }];
    const { history, pass, store } = setUp({ providers: async () => only });
    await history(['bitcoin'], null);
    expect(asked()).toHaveLength(1);
    expect(store.history('bitcoin')).toBeNull();
    pass(9 * MINUTE);
    await history(['bitcoin'], null);
    expect(asked()).toHaveLength(0);
    pass(2 * MINUTE);
    await history(['bitcoin'], null);
    expect(asked()).toHaveLength(1);
  });

  test('the prices of now find some of every allowance left', async () => {
    const { history, store } = setUp();
    await history([...COIN_BY_ID.keys()].filter(okx.covers).slice(0, 20), null, ['day', 'week']);
    // Twenty coins, two spans: more than one source lets through at once.
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

describe('when a source fails', () => {
  test.each(HOST_FAULTS)(
    '$kind: the next one is asked, and the host rests, as after one failure',
    async (fault) => {
      for (const host of [BINANCE, 'api.binance.com']) world.fault(host, fault);
      const { history, store, now, pass } = setUp();
      await history(['bitcoin', 'ethereum', 'solana', 'ripple'], now() - HOUR);
      expect(store.history('bitcoin')?.past[0]?.source).toBe('okx');
      const { failures, retryAt, serverRetryAt } = store.health().hosts[BINANCE] ?? NEW_HOST;
      expect(failures).toBe(1);
      expect(retryAt).toBeGreaterThan(now());
      expect(retryAt).toBeGreaterThanOrEqual(serverRetryAt);
      asked();
      pass(10 * SECOND);
      await history(['cardano'], null);
      expect(asked()).toEqual(['www.okx.com']);
    },
  );

  test.each<[string, { status?: number; body: string }]>([
    ['a moment too far back', { status: 401, body: '{"error":{"status":{"error_code":10012}}}' }],
    ['a coin that is not there', { status: 404, body: '{"error":"coin not found"}' }],
    ['no candles', { body: '[]' }],
    ['another shape', { body: '{"ok":true}' }],
  ])('%s: the next one is asked, and no host is blamed', async (_what, answer) => {
    const provider = {
      ...binance,
      origins: ['https://candles.example.com'] as const,
      candles: { ...KLINES, request: () => '/moment', requestAt: () => '/moment' },
    };
    world.serve('https://candles.example.com/moment', answer);
    const { history, store, now } = setUp({ providers: async () => [provider, ...LADDER.slice(1)] });
    await history(['bitcoin'], now() - HOUR);
    expect(store.history('bitcoin')?.past[0]?.source).toBe('okx');
    expect(store.health().hosts['candles.example.com']?.failures).toBe(0);
  });

  test('a coin it does not list is asked for at the next', async () => {
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

  test('a host that asked to be left alone is left alone', async () => {
    const { history, store, now } = setUp();
    const rest = { ...NEW_HOST, failures: 1, retryAt: now() + HOUR, serverRetryAt: now() + HOUR };
    store.set('health', { ...HEALTH.fallback, hosts: Object.fromEntries(HOSTS.map((host) => [host, rest])) });
    await history(['bitcoin'], now() - HOUR);
    expect([asked(), store.writes]).toEqual([[], []]);
  });

  test('without a network nobody is blamed, nothing is paid for, and it is asked for at the next call', async () => {
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

  test('what others learnt of hosts meanwhile stays', async () => {
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

describe('what is stored', () => {
  test('is of the sixty coins fetched last', async () => {
    const { history, store } = setUp();
    const old = Array.from({ length: MOST_STORED }, (_, i) => `old-${i}`);
    store.set('history-index', { v: 1, ids: old, tokens: 60, tokensAt: 1 });
    for (const id of old) store.set(historyKey(id), { v: 1 });
    await history(['bitcoin', 'solana'], null);
    expect(store.index().ids).toHaveLength(MOST_STORED);
    expect(store.index().ids.slice(0, 2).sort()).toEqual(['bitcoin', 'solana']);
    expect([store.history('old-57') !== null, store.history('old-58'), store.history('old-59')]).toEqual([
      true,
      null,
      null,
    ]);
  });

  test('makes room when storage is full', async () => {
    const store = createStore(4);
    for (const id of ['old-0', 'old-1', 'old-2', 'old-3']) store.set(historyKey(id), { v: 1 });
    store.set('history-index', { v: 1, ids: ['old-0', 'old-1', 'old-2', 'old-3'], tokens: 60, tokensAt: 1 });
    const { history } = setUp({}, store);
    await history(['bitcoin'], null);
    expect(store.history('bitcoin')?.day).not.toBeNull();
    expect(store.index().ids).toEqual(['bitcoin', 'old-0', 'old-1']);
    expect(store.history('old-3')).toBeNull();
  });

  test('may be nothing at all: the next call goes on, and still pays', async () => {
    const { history, now } = setUp({}, createStore(0));
    for (let call = 0; call < 100; call += 1) await history(['bitcoin'], now() - call * MINUTE);
    expect(asked().length).toBeLessThanOrEqual(60);
  });

  test('is mistrusted: what an enemy wrote is fetched anew', async () => {
    const { history, store, now } = setUp();
    const lie = { at: now() + DAY, source: 'binance', start: 1, step: 1, prices: ['1'] };
    store.set(historyKey('bitcoin'), { v: 1, day: lie, week: 'x', past: [{ time: 1 }, null] });
    store.set('history-index', { v: 1, ids: { length: 5 }, tokens: 1e9, tokensAt: 'x' });
    await history(['bitcoin'], null);
    expect(store.history('bitcoin')?.day).toMatchObject({ at: now(), step: 30 * MINUTE });
    expect(store.index().ids).toEqual(['bitcoin']);
  });

  test('keeps a dozen moments, the newest asked for first', async () => {
    const { history, store, now } = setUp();
    for (let hour = 1; hour <= 14; hour += 1) await history(['bitcoin'], now() - hour * HOUR);
    const past = store.history('bitcoin')?.past ?? [];
    expect(past.map(({ time }) => time)).toEqual(
      Array.from({ length: 12 }, (_, i) => minuteOf(now() - (14 - i) * HOUR)),
    );
  });

  test('no error leaves the job', async () => {
    const broken = setUp({ read: () => Promise.reject(new Error('no storage')) });
    await expect(broken.history(['bitcoin'], null)).resolves.toBeUndefined();
  });
});

test('every source that has candles tells a day, a week and a past moment of its first coins', async () => {
  for (const provider of PROVIDERS.filter(({ candles }) => candles)) {
    const coin = ['bitcoin', 'monero'].find((id) => provider.candles?.covers(id)) ?? '';
    for (const ago of [10 * MINUTE, 6 * HOUR, 12 * DAY]) {
      // With an allowance of its own: what is looked at here is what is told.
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
