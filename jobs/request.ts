import type { Budget } from '../core/sources/host-health.ts';
import {
  afterFailure,
  afterRequest,
  afterSuccess,
  canRequest,
  type Health,
  type HostHealth,
} from '../core/sources/host-health.ts';
import { type Answer, failureOfAnswer } from '../core/sources/http-status.ts';
import type { RequestLimit } from '../core/sources/price-source.ts';
import type { Digest } from '../core/sources/quote-checks.ts';
import { type Failure, failed, type Result } from '../core/sources/result.ts';
import { hostOf } from '../core/sources/source-info.ts';

/** How a job reaches the world; the background passes the real thing, tests pass their own. */
export interface Environment {
  /** @param etag sent as If-None-Match; the answer may then be a 304 without a body */
  get(url: string, timeoutMs: number, etag?: string): Promise<Result<Answer>>;
  now(): number;
  /** In [0, 1). */
  random(): number;
  wait(ms: number): Promise<void>;
  /**
   * Remembers at once that all tickers of a source are being fetched: a worker that dies before it has stored anything must not
   * let the next one fetch them again. What is remembered comes back with the stored health.
   */
  logBulkFetch(source: string, at: number): Promise<void>;
}

/** What requests learn about sources while they run; stored with the rest at the end. */
export interface RequestLog {
  readonly hosts: Record<string, HostHealth>;
  readonly unlisted: Record<string, Health['unlisted'][string]>;
  readonly bulk: Record<string, number>;
  readonly digests: Record<string, Digest>;
  readonly etags: Record<string, string>;
}

/** A copy of what is known, to write into. */
export const requestLogOf = ({ hosts, unlisted, bulk, digests, etags }: Health): RequestLog => ({
  hosts: { ...hosts },
  unlisted: { ...unlisted },
  bulk: { ...bulk },
  digests: { ...digests },
  etags: { ...etags },
});

export interface RequestSpec<T> {
  /** Base addresses to try in order. */
  readonly origins: readonly string[];
  readonly path: string;
  readonly timeoutMs: number;
  readonly limit: RequestLimit;
  explain?(answer: Answer): Result<never> | null;
  budget?(answer: Answer): Budget | null;
  decode(answer: Answer): Result<T>;
  /** Ask whether it changed since the last answer to `id`; what it was then, for the case that it did not, if still known. */
  readonly since?: { readonly id: string; readonly value: T | undefined } | undefined;
}

/**
 * Asks the hosts of one source in order until one gives an answer that decodes.
 * A host inside its back-off, out of its allowance or over our own limit is passed over; what happened is written into `notes`.
 * @returns the first good answer, else the last failure (`backing-off` when no host could be asked)
 */
export async function sendRequest<T>(
  spec: RequestSpec<T>,
  log: RequestLog,
  environment: Environment,
  userInitiated: boolean,
): Promise<Result<T>> {
  let last: Result<T> = failed('backing-off');
  for (const origin of spec.origins) {
    const host = hostOf(origin);
    if (!canRequest(log.hosts[host], environment.now(), userInitiated, spec.limit)) continue;
    last = await requestHost(spec, origin, log, environment);
    if (last.ok || isNoFault(last.failure)) return last;
  }
  return last;
}

async function requestHost<T>(
  spec: RequestSpec<T>,
  origin: string,
  log: RequestLog,
  environment: Environment,
): Promise<Result<T>> {
  const { hosts, etags } = log;
  const host = hostOf(origin);
  const { since } = spec;
  // Noted before the answer: requests that run side by side share one allowance.
  hosts[host] = afterRequest(hosts[host], spec.limit, environment.now());
  const got = await environment.get(origin + spec.path, spec.timeoutMs, since?.value && etags[since.id]);
  const result = got.ok ? decodeAnswer(spec, got.value) : got;
  if (result.ok) {
    const { tookMs = 0, headers = {} } = got.ok ? got.value : {};
    const budget = (got.ok && spec.budget?.(got.value)) || null;
    hosts[host] = afterSuccess(hosts[host], environment.now(), tookMs, budget);
    if (since && headers.etag) etags[since.id] = headers.etag;
  } else if (!isNoFault(result.failure)) {
    hosts[host] = afterFailure(hosts[host], result.failure, environment.now(), environment.random());
  }
  return result;
}

function decodeAnswer<T>(spec: RequestSpec<T>, answer: Answer): Result<T> {
  const known = spec.since?.value;
  if (answer.status === 304 && known !== undefined) return { ok: true, value: known };
  return spec.explain?.(answer) ?? failureOfAnswer(answer) ?? spec.decode(answer);
}

/** Without a network every host would fail alike, and so they do over coins they do not list: no fault of theirs. */
const isNoFault = ({ kind }: Failure): boolean =>
  kind === 'offline' || kind === 'unknown-symbol' || kind === 'empty';
