import { backOffMs, serverDelayMs } from './backoff.ts';
import type { RequestLimit } from './price-source.ts';
import type { Digest } from './quote-checks.ts';

import type { Failure } from './result.ts';

/** The stored state of one host, so that a restarted worker respects bans and limits. Times in ms since the epoch. */
export interface HostHealth {
  /** Consecutive failures; 0 after a success. */
  readonly failures: number;
  /** End of our own back-off. */
  readonly retryAt: number;
  /** End of the delay that the server requested. Holds even when the reader presses refresh. */
  readonly serverRetryAt: number;
  /** Times of the last request and of the last success; 0 for never. */
  readonly askedAt: number;
  readonly goodAt: number;
  /** Smoothed latency of successful requests, ms; null before the first. */
  readonly latencyMs: number | null;
  /** Smoothed share of failed requests, 0 to 1. */
  readonly failing: number;
  /** The last failure (a FailureKind, or one of a later version); null if there was none. */
  readonly lastFailure: { readonly kind: string; readonly at: number; readonly detail: string } | null;
  /** The last budget that the host reported. */
  readonly budget: Budget | null;
  /** Requests left of our own limit, as of `tokensAt`. */
  readonly tokens: number;
  readonly tokensAt: number;
}

/** The stored state of all hosts, which survives restarts of the worker. Written together with the snapshot. */
export interface Health {
  readonly v: 2;
  readonly hosts: Readonly<Record<string, HostHealth>>;
  /** By source id: coins that it turned out not to list, and until when they are skipped. */
  readonly unlisted: Readonly<Record<string, { readonly ids: readonly string[]; readonly until: number }>>;
  /** By source id: when all its tickers were last fetched, ms since the epoch. */
  readonly bulk: Readonly<Record<string, number>>;
  /** By id of a source without timestamps: a digest of its last prices. */
  readonly digests: Readonly<Record<string, Digest>>;
  /** By source id: the ETag of its last response, for sources that answer 304. */
  readonly etags: Readonly<Record<string, string>>;
  /** By job: earliest time of the next secondary request, ms since the epoch. */
  readonly next: {
    readonly fx: number;
    readonly hot: number;
    readonly gaps: number;
    readonly trending: number;
  };
}

export const NO_HEALTH: Health = {
  v: 2,
  hosts: {},
  unlisted: {},
  bulk: {},
  digests: {},
  etags: {},
  next: { fx: 0, hot: 0, gaps: 0, trending: 0 },
};

export const NEW_HOST: HostHealth = {
  failures: 0,
  retryAt: 0,
  serverRetryAt: 0,
  askedAt: 0,
  goodAt: 0,
  latencyMs: null,
  failing: 0,
  lastFailure: null,
  budget: null,
  tokens: 0,
  tokensAt: 0,
};

/** The states of a circuit breaker: closed allows all requests, open none, half-open one to test the host. */
export type Circuit = 'closed' | 'open' | 'half-open';

// Nothing is planned further ahead: a later time means that the clock was set back, and is ignored.
const FARTHEST_PLAN_MS = 31 * 60 * 60_000;
const SMOOTHING = 0.2;

/** Checks whether a planned time has been reached. */
export const isDue = (at: number, now: number): boolean => now >= at || at - now > FARTHEST_PLAN_MS;

export function circuitOf(health: HostHealth | undefined, now: number): Circuit {
  if (!health || health.failures === 0) return 'closed';
  return isDue(health.retryAt, now) ? 'half-open' : 'open';
}

/** Checks whether this host can be requested now. A user-initiated refresh overrides our own back-off, never the server's delay. */
export function canRequest(
  health: HostHealth | undefined,
  now: number,
  userInitiated: boolean,
  limit?: RequestLimit,
): boolean {
  if (!health) return true;
  if (!isDue(userInitiated ? health.serverRetryAt : Math.max(health.retryAt, health.serverRetryAt), now))
    return false;
  const { budget } = health;
  if (budget && budget.remaining <= 0 && !isDue(budget.resetAt, now)) return false;
  return !limit || tokensNow(health, limit, now) >= 1;
}

// A token bucket of half the limit that gains half the limit per period: no window of one period exceeds the limit.
const capacityOf = ({ requests }: RequestLimit): number => Math.max(1, requests / 2);

function tokensNow(health: HostHealth, limit: RequestLimit, now: number): number {
  const passed = now - health.tokensAt;
  // Never requested, or the clock was set back: a full bucket. Clocks are rarely set back.
  if (health.tokensAt === 0 || passed < 0) return capacityOf(limit);
  return Math.min(capacityOf(limit), health.tokens + (passed / limit.perMs) * capacityOf(limit));
}

/** Returns how many requests our own limit allows now, and its maximum. */
export const allowance = (
  health: HostHealth,
  limit: RequestLimit,
  now: number,
): { readonly left: number; readonly of: number } => ({
  left: Math.floor(tokensNow(health, limit, now)),
  of: Math.floor(capacityOf(limit)),
});

/** Returns the health of a host when a request is sent. */
export const afterRequest = (
  before: HostHealth = NEW_HOST,
  limit: RequestLimit,
  now: number,
): HostHealth => ({
  ...before,
  askedAt: now,
  tokens: Math.max(0, tokensNow(before, limit, now) - 1),
  tokensAt: now,
});

/** Returns the health of a host after a success. */
export function afterSuccess(
  before: HostHealth = NEW_HOST,
  now: number,
  tookMs: number,
  budget: Budget | null,
): HostHealth {
  const took =
    before.latencyMs === null ? tookMs : before.latencyMs + (tookMs - before.latencyMs) * SMOOTHING;
  return {
    ...before,
    failures: 0,
    retryAt: 0,
    serverRetryAt: 0,
    goodAt: now,
    latencyMs: Math.round(took),
    failing: hundredths(before.failing * (1 - SMOOTHING)),
    budget: budget ?? before.budget,
  };
}

/** Returns the health of a host after a failure. */
export function afterFailure(
  before: HostHealth = NEW_HOST,
  failure: Failure,
  now: number,
  random: number,
): HostHealth {
  const failures = before.failures + 1;
  return {
    ...before,
    failures,
    retryAt: now + backOffMs(failures, failure, random),
    serverRetryAt: now + serverDelayMs(failure),
    failing: hundredths(before.failing + (1 - before.failing) * SMOOTHING),
    lastFailure: { kind: failure.kind, at: now, detail: failure.detail ?? '' },
  };
}

const hundredths = (share: number): number => Math.round(share * 100) / 100;

/** The budget that a host reports. */
export interface Budget {
  /** In the host's own units (requests, or weight). */
  readonly remaining: number;
  readonly limit: number;
  /** When the budget resets, ms since the epoch. */
  readonly resetAt: number;
}
