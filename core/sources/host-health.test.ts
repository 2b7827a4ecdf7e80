import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  afterRequest,
  afterSuccess,
  canRequest,
  circuitOf,
  type HostHealth,
  isDue,
  NEW_HOST,
  NO_HEALTH,
} from './host-health.ts';
import { parseHealth } from './host-health-schema.ts';

const NOW = 1_760_000_000_000;
const HOUR = 3_600_000;

describe('after a failure', () => {
  test('failures are counted and the host backs off', () => {
    const first = afterFailure(undefined, { kind: 'timeout' }, NOW, 0);
    expect(first).toEqual({
      ...NEW_HOST,
      failures: 1,
      retryAt: NOW + 24_000,
      serverRetryAt: NOW,
      failing: 0.2,
      lastFailure: { kind: 'timeout', at: NOW, detail: '' },
    });
    expect(afterFailure(first, { kind: 'timeout' }, NOW, 0)).toMatchObject({
      failures: 2,
      retryAt: NOW + 48_000,
      serverRetryAt: NOW,
      failing: 0.36,
    });
  });

  test.each([
    ['a Retry-After', { kind: 'rate-limited', retryAfterMs: 30_000 }, 30_000],
    ['a Retry-After of a broken server', { kind: 'server-error', retryAfterMs: 1_000 }, 1_000],
    ['a Retry-After of years', { kind: 'rate-limited', retryAfterMs: 1e15 }, 24 * HOUR],
    ['a ban', { kind: 'banned', retryAfterMs: 2 * HOUR }, 2 * HOUR],
    ['a ban, even without a word how long', { kind: 'banned' }, HOUR / 12],
    ['a rate limit without a word', { kind: 'rate-limited' }, 0],
    ['a time-out', { kind: 'timeout' }, 0],
    ['a blocked country: the reader may have travelled', { kind: 'geo-blocked' }, 0],
  ] as const)('%s binds the reader too for as long as the server asked', (_what, failure, ms) => {
    const health = afterFailure(undefined, failure, NOW, 0.5);
    expect(health.serverRetryAt).toBe(NOW + ms);
    expect(health.retryAt).toBeGreaterThanOrEqual(health.serverRetryAt);
  });
});

describe('can this host be requested', () => {
  const backingOff: HostHealth = { ...NEW_HOST, failures: 1, retryAt: NOW + 60_000, serverRetryAt: NOW };
  const bound = { ...backingOff, serverRetryAt: NOW + 30_000 };

  test.each([
    ['one that never failed', undefined, NOW, false, true],
    ['one in back-off', backingOff, NOW, false, false],
    ['one in back-off, by the reader', backingOff, NOW, true, true],
    ['one that named a time', bound, NOW, false, false],
    ['one that named a time, even by a reader', bound, NOW, true, false],
    ['one a moment before the time it named, by a reader', bound, NOW + 29_999, true, false],
    ['one at the time it named, by a reader', bound, NOW + 30_000, true, true],
    ['one at the time it named, by itself', bound, NOW + 30_000, false, false],
    ['one whose time has come', bound, NOW + 60_000, false, true],
    ['one whose plan was made before the clock was set back', bound, NOW - 40 * HOUR, false, true],
  ] as const)('%s', (_which, health, now, userInitiated, may) => {
    expect(canRequest(health, now, userInitiated)).toBe(may);
  });

  test('a Retry-After holds for the reader’s refresh too', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 24 * HOUR }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.boolean(),
        (asked, chance, userInitiated) => {
          const health = afterFailure(undefined, { kind: 'rate-limited', retryAfterMs: asked }, NOW, chance);
          if (asked > 0) expect(canRequest(health, NOW + asked - 1, userInitiated)).toBe(false);
        },
      ),
    );
  });
});

test.each([
  [0, true],
  [NOW, true],
  [NOW + 1, false],
  [NOW + 30 * HOUR, false],
  [NOW + 32 * HOUR, true],
])('planned for %d is due: %s', (at, due) => {
  expect(isDue(at, NOW)).toBe(due);
});

describe('our own limit', () => {
  const limit = { requests: 10, perMs: 60_000 };

  test('no window of its length has more requests than it allows, whatever their timing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }),
        fc.boolean(),
        (gaps, userInitiated) => {
          let health: HostHealth | undefined;
          let now = NOW;
          const sent: number[] = [];
          for (const gap of gaps) {
            now += gap;
            if (!canRequest(health, now, userInitiated, limit)) continue;
            health = afterRequest(health, limit, now);
            sent.push(now);
          }
          for (const at of sent) {
            expect(
              sent.filter((other) => other >= at && other < at + limit.perMs).length,
            ).toBeLessThanOrEqual(limit.requests);
          }
        },
      ),
    );
  });

  test('refills after it was used up', () => {
    let health: HostHealth | undefined;
    for (let count = 0; count < 5; count += 1) health = afterRequest(health, limit, NOW);
    expect(canRequest(health, NOW, true, limit)).toBe(false);
    expect(canRequest(health, NOW + 12_000, false, limit)).toBe(true);
  });

  test('a budget that the host reports as used up holds until its reset', () => {
    const health = afterSuccess(undefined, NOW, 100, { remaining: 0, limit: 6000, resetAt: NOW + 30_000 });
    expect(canRequest(health, NOW + 29_999, true)).toBe(false);
    expect(canRequest(health, NOW + 30_000, false)).toBe(true);
  });
});

describe('the circuit', () => {
  test('is closed until a failure, open during the back-off, half-open for one request, and closed by a success', () => {
    const failed = afterFailure(undefined, { kind: 'timeout' }, NOW, 0);
    expect(circuitOf(undefined, NOW)).toBe('closed');
    expect(circuitOf(failed, NOW + 1)).toBe('open');
    expect(circuitOf(failed, failed.retryAt)).toBe('half-open');
    const again = afterFailure(failed, { kind: 'timeout' }, failed.retryAt, 0);
    expect(circuitOf(again, failed.retryAt + 1)).toBe('open');
    expect(circuitOf(afterSuccess(again, NOW, 80, null), NOW)).toBe('closed');
  });

  test('latency and failures are smoothed', () => {
    const first = afterSuccess(undefined, NOW, 100, null);
    expect(first).toMatchObject({ latencyMs: 100, failing: 0, goodAt: NOW });
    expect(afterSuccess(first, NOW, 200, null).latencyMs).toBe(120);
    expect(afterSuccess(afterFailure(first, { kind: 'timeout' }, NOW, 0), NOW, 100, null).failing).toBe(0.16);
  });
});

describe('reading stored health', () => {
  const good = {
    v: 2,
    hosts: {
      'api.binance.com': {
        failures: 3,
        retryAt: NOW,
        serverRetryAt: NOW,
        askedAt: NOW - 1,
        goodAt: NOW - 2,
        latencyMs: 120,
        failing: 0.4,
        lastFailure: { kind: 'timeout', at: NOW, detail: 'none' },
        budget: { remaining: 5960, limit: 6000, resetAt: NOW + 60_000 },
        tokens: 29.5,
        tokensAt: NOW,
      },
      'www.okx.com': { ...NEW_HOST },
    },
    unlisted: { binance: { ids: ['pump-fun'], until: NOW } },
    bulk: { okx: NOW },
    digests: { gate: { hash: 7, since: NOW } },
    etags: { feed: '"abc"' },
    next: { fx: NOW, hot: NOW + 1, gaps: NOW + 2, trending: NOW + 3 },
  };

  test('a valid one is unchanged', () => {
    expect(parseHealth(good)).toEqual(good);
    expect(parseHealth(NO_HEALTH)).toEqual(NO_HEALTH);
  });

  test.each([undefined, null, 'x', [], {}, { v: 3 }, { ...good, v: 3 }])(
    'anything else counts as never requested: no. %#',
    (raw) => {
      expect(parseHealth(raw)).toEqual(NO_HEALTH);
    },
  );

  test('invalid parts are dropped', () => {
    const raw = JSON.parse(
      `{"v":2,"hosts":{"__proto__":{"failures":1,"retryAt":1,"serverRetryAt":1},"a":null,"b":{"failures":-1,"retryAt":"5","serverRetryAt":"yes"}},"unlisted":{"__proto__":{"ids":["a"],"until":1},"okx":{"ids":["bitcoin",7,"BTC"],"until":"x"},"b":{"ids":"bitcoin"},"c":null},"bulk":{"a":"x","b":5,"__proto__":1},"etags":{"a":"x","b":1},"next":{"fx":-1,"hot":"soon"}}`,
    );
    expect(parseHealth(raw)).toEqual({
      v: 2,
      hosts: { b: NEW_HOST },
      unlisted: { okx: { ids: ['bitcoin'], until: 0 } },
      bulk: { b: 5 },
      digests: {},
      etags: { a: 'x' },
      next: { fx: 0, hot: 0, gaps: 0, trending: 0 },
    });
    expect('failures' in {}).toBe(false);
  });

  test('any value gives a valid one', () => {
    const any = fc.oneof(
      fc.anything(),
      fc.record({ v: fc.constant(1), hosts: fc.anything(), unlisted: fc.anything(), next: fc.anything() }),
    );
    fc.assert(
      fc.property(any, (raw) => {
        const { v, hosts, unlisted, next } = parseHealth(raw);
        expect(v).toBe(2);
        for (const host of Object.values(hosts)) {
          expect(Object.keys(host).sort()).toEqual(Object.keys(NEW_HOST).sort());
          for (const figure of [host.failures, host.retryAt, host.serverRetryAt, host.tokens, host.failing]) {
            expect(figure).toBeGreaterThanOrEqual(0);
          }
        }
        for (const { ids, until } of Object.values(unlisted)) {
          for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
          expect(until).toBeGreaterThanOrEqual(0);
        }
        expect(Object.values(next).every((at) => at >= 0)).toBe(true);
      }),
    );
  });
});
