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

/** The job's access to network, clock and randomness. The background passes the real one, tests pass their own. */
export interface Environment {
  /** @param etag sent as If-None-Match; the answer may then be a 304 without a body */
  get(url: string, timeoutMs: number, etag?: string): Promise<Result<Answer>>;
  now(): number;
  /** Returns a number in [0, 1). */
  random(): number;
  wait(ms: number): Promise<void>;
  /**
   * Stores at once that all tickers of a source are being fetched, so that the next worker does not fetch them again if
   * this one dies before it stores the result. The entry comes back with the stored health.
   */
  logBulkFetch(source: string, at: number): Promise<void>;
}

/** What requests learn about sources; stored at the end of the run. */
export interface RequestLog {
  readonly hosts: Record<string, HostHealth>;
  readonly unlisted: Record<string, Health['unlisted'][string]>;
  readonly bulk: Record<string, number>;
  readonly digests: Record<string, Digest>;
  readonly etags: Record<string, string>;
}

/** Returns a mutable copy of the stored health. */
export const requestLogOf = ({ hosts, unlisted, bulk, digests, etags }: Health): RequestLog => ({
  hosts: { ...hosts },
  unlisted: { ...unlisted },
  bulk: { ...bulk },
  digests: { ...digests },
  etags: { ...etags },
});

export interface RequestSpec<T> {
  /** Base URLs to try in order. */
  readonly origins: readonly string[];
  readonly path: string;
  readonly timeoutMs: number;
  readonly limit: RequestLimit;
  explain?(answer: Answer): Result<never> | null;
  budget?(answer: Answer): Budget | null;
  decode(answer: Answer): Result<T>;
  /** Makes the request conditional: `value` is the last answer for `id`, if still known, and is returned on a 304. */
  readonly since?: { readonly id: string; readonly value: T | undefined } | undefined;
}

/**
 * Requests the hosts of one source in order until an answer decodes. Hosts that are backing off, out of budget or over
 * our own limit are skipped. The outcome is written into `log`.
 * @returns the first good answer, else the last failure (`backing-off` if no host could be requested)
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
  // Counted before the answer arrives, because parallel requests share one limit.
  hosts[host] = afterRequest(hosts[host], spec.limit, environment.now());
  const received = await environment.get(origin + spec.path, spec.timeoutMs, since?.value && etags[since.id]);
  const result = received.ok ? decodeAnswer(spec, received.value) : received;
  if (result.ok) {
    const { tookMs = 0, headers = {} } = received.ok ? received.value : {};
    const budget = (received.ok && spec.budget?.(received.value)) || null;
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

/** Failures that do not count against a host: no network, or coins that it does not list. */
const isNoFault = ({ kind }: Failure): boolean =>
  kind === 'offline' || kind === 'unknown-symbol' || kind === 'empty';
