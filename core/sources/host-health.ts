import { backOffMs, serverDelayMs } from './backoff.ts';
import type { RequestLimit } from './price-source.ts';
import type { Digest } from './quote-checks.ts';

import type { Failure } from './result.ts';

/** What is remembered of one host, so that a killed worker neither forgets a ban nor asks too often. Times in ms since the epoch. */
export interface HostHealth {
  /** Failures in a row; 0 after a good answer. */
  readonly failures: number;
  /** Not asked again by itself before this time. */
  readonly retryAt: number;
  /** Until here the server itself asked to be left alone: not even the reader's wish goes before it. */
  readonly serverRetryAt: number;
  /** When it was last asked, and when it last answered well; 0 for never. */
  readonly askedAt: number;
  readonly goodAt: number;
  /** Smoothed time of good answers, ms; null before the first. */
  readonly latencyMs: number | null;
  /** Share of recent requests that failed, 0 to 1, smoothed. */
  readonly failing: number;
  /** The last failure (a FailureKind, or one of a later version); null when there was none. */
  readonly lastFailure: { readonly kind: string; readonly at: number; readonly detail: string } | null;
  /** What the host itself last said of its allowance. */
  readonly budget: Budget | null;
  /** Requests that may still be made by our own limit, as of `tokensAt`. */
  readonly tokens: number;
  readonly tokensAt: number;
}

/** What survives a killed worker about whom to ask when. Written together with the snapshot. */
export interface Health {
  readonly v: 2;
  readonly hosts: Readonly<Record<string, HostHealth>>;
  /** By source id: coins it turned out not to list, and until when that is believed. */
  readonly unlisted: Readonly<Record<string, { readonly ids: readonly string[]; readonly until: number }>>;
  /** By source id: when all its tickers were last fetched, ms since the epoch. */
  readonly bulk: Readonly<Record<string, number>>;
  /** By id of a source that does not date its prices: what it told the last time, in short. */
  readonly digests: Readonly<Record<string, Digest>>;
  /** By source id: the ETag of its last answer, for those who answer 304. */
  readonly etags: Readonly<Record<string, string>>;
  /** Earliest next side request by job, ms since the epoch. */
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

/** A circuit breaker's words: closed lets all through, open none, half-open one request to see whether it may close. */
export type Circuit = 'closed' | 'open' | 'half-open';

// No plan of ours reaches further: beyond it, the clock was set back since, and the plan is void.
const FARTHEST_PLAN_MS = 31 * 60 * 60_000;
const SMOOTHING = 0.2;

/** Has a planned time come? */
export const isDue = (at: number, now: number): boolean => now >= at || at - now > FARTHEST_PLAN_MS;

export function circuitOf(health: HostHealth | undefined, now: number): Circuit {
  if (!health || health.failures === 0) return 'closed';
  return isDue(health.retryAt, now) ? 'half-open' : 'open';
}

/** May this host be asked now? `userInitiated` is a reader pressing refresh: it goes before our own waiting, never before the host's. */
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

// A bucket of half the limit that fills with half the limit in the limit's time: no window of that time sees more than it all.
const capacityOf = ({ requests }: RequestLimit): number => Math.max(1, requests / 2);

function tokensNow(health: HostHealth, limit: RequestLimit, now: number): number {
  const passed = now - health.tokensAt;
  // Never asked, or the clock was set back: a full bucket once, which a clock cannot be turned to often.
  if (health.tokensAt === 0 || passed < 0) return capacityOf(limit);
  return Math.min(capacityOf(limit), health.tokens + (passed / limit.perMs) * capacityOf(limit));
}

/** Whole requests that our own limit allows now, and at the most. */
export const allowance = (
  health: HostHealth,
  limit: RequestLimit,
  now: number,
): { readonly left: number; readonly of: number } => ({
  left: Math.floor(tokensNow(health, limit, now)),
  of: Math.floor(capacityOf(limit)),
});

/** The health of a host at the moment a request goes out. */
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

/** The health of a host after a good answer. */
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

/** The health of a host after a failure. */
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

/** What a host says is left of its allowance. */
export interface Budget {
  /** In the host's own units (requests, or weight). */
  readonly remaining: number;
  readonly limit: number;
  /** When the allowance is whole again, ms since the epoch. */
  readonly resetAt: number;
}
