import { askedMs, backOffMs } from './cadence.ts';
import { COIN_ID } from './coin.ts';
import type { Failure } from './failure.ts';
import { isRecord } from './parse.ts';

export interface HostHealth {
  /** Failures in a row. */
  readonly failures: number;
  /** Not asked again by itself before this time, ms since the epoch. */
  readonly retryAt: number;
  /** Until here the server itself asked to be left alone: not even the reader's wish goes before it. */
  readonly boundUntil: number;
}

/** What survives a killed worker about whom to ask when. Written together with the snapshot. */
export interface Health {
  readonly v: 1;
  readonly hosts: Readonly<Record<string, HostHealth>>;
  /** By source id: coins it turned out not to list, and until when that is believed. */
  readonly unlisted: Readonly<Record<string, { readonly ids: readonly string[]; readonly until: number }>>;
  /** Earliest next side request by job, ms since the epoch. */
  readonly next: { readonly fx: number; readonly hot: number; readonly gaps: number };
}

export const NO_HEALTH: Health = { v: 1, hosts: {}, unlisted: {}, next: { fx: 0, hot: 0, gaps: 0 } };

/** The health of a host after a failure. */
export function afterFailure(
  before: HostHealth | undefined,
  failure: Failure,
  now: number,
  random: number,
): HostHealth {
  const failures = (before?.failures ?? 0) + 1;
  return {
    failures,
    retryAt: now + backOffMs(failures, failure, random),
    boundUntil: now + askedMs(failure),
  };
}

// No plan of ours reaches further: beyond it, the clock was set back since, and the plan is void.
const FARTHEST_PLAN_MS = 31 * 60 * 60_000;

/** Has a planned time come? */
export const isDue = (at: number, now: number): boolean => now >= at || at - now > FARTHEST_PLAN_MS;

/** May this host be asked now? `wished` is a reader pressing refresh. */
export function mayAsk(health: HostHealth | undefined, now: number, wished: boolean): boolean {
  return !health || isDue(wished ? health.boundUntil : health.retryAt, now);
}

const moment = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0);

/** Reads stored health; anything odd counts as never having asked. */
export function parseHealth(raw: unknown): Health {
  if (!isRecord(raw) || raw.v !== 1) return NO_HEALTH;
  const hosts: Record<string, HostHealth> = {};
  for (const [host, value] of Object.entries(isRecord(raw.hosts) ? raw.hosts : {})) {
    if (host === '__proto__' || !isRecord(value)) continue;
    hosts[host] = {
      failures: moment(value.failures),
      retryAt: moment(value.retryAt),
      boundUntil: moment(value.boundUntil),
    };
  }
  const unlisted: Record<string, { ids: string[]; until: number }> = {};
  for (const [source, value] of Object.entries(isRecord(raw.unlisted) ? raw.unlisted : {})) {
    if (source === '__proto__' || !isRecord(value) || !Array.isArray(value.ids)) continue;
    const ids = value.ids.filter((id): id is string => typeof id === 'string' && COIN_ID.test(id));
    unlisted[source] = { ids, until: moment(value.until) };
  }
  const next = isRecord(raw.next) ? raw.next : {};
  return {
    v: 1,
    hosts,
    unlisted,
    next: { fx: moment(next.fx), hot: moment(next.hot), gaps: moment(next.gaps) },
  };
}
