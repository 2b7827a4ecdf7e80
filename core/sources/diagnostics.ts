import type { Settings } from '../settings/settings.ts';
import { allowance, type Circuit, circuitOf, type Health, type HostHealth, isDue } from './host-health.ts';
import type { RequestLimit } from './price-source.ts';
import { hostOf } from './source-info.ts';

/** The parts of a source that diagnostics use. */
export interface DiagnosedSource {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly string[];
  readonly limit: RequestLimit;
}

/** The state of one host of a source. */
export interface HostReport {
  readonly source: string;
  readonly host: string;
  /** Used to keep the reader's own URLs out of reports. */
  readonly whose: 'source' | 'mirror' | 'feed';
  readonly off: boolean;
  readonly state: Circuit | 'never';
  readonly health: HostHealth | null;
  /** Requests left of our own limit; null if the host was never requested. */
  readonly ours: { readonly left: number; readonly of: number } | null;
  /** Not requested before this time, ms since the epoch; null if it can be requested now. */
  readonly nextTry: number | null;
}

/** Returns the state of every host under these settings, in the order of `sources`. */
export function hostReports(
  sources: readonly DiagnosedSource[],
  { mirrors, sourcesOff }: Pick<Settings, 'mirrors' | 'sourcesOff'>,
  health: Health,
  now: number,
): HostReport[] {
  return sources.flatMap(({ id, label, hosts, limit }) => {
    const mirror = Object.hasOwn(mirrors, id) ? hostOf(mirrors[id] ?? '') : '';
    const asked: readonly [string, 'mirror' | 'source'][] = mirror
      ? [[mirror, 'mirror']]
      : hosts.map((host) => [host, 'source']);
    return asked.map(([host, whose]) => ({
      ...hostReport(host, limit, health, now),
      source: label,
      whose,
      off: sourcesOff.includes(id),
    }));
  });
}

/** Returns the state of the custom feed's host, with this label; null if there is no feed. */
export function feedReport(feedUrl: string, label: string, health: Health, now: number): HostReport | null {
  if (!feedUrl) return null;
  return { ...hostReport(hostOf(feedUrl), null, health, now), source: label, whose: 'feed', off: false };
}

function hostReport(host: string, limit: RequestLimit | null, { hosts }: Health, now: number) {
  const known = Object.hasOwn(hosts, host) ? (hosts[host] ?? null) : null;
  if (!known || known.askedAt + known.goodAt + known.failures === 0) {
    return { host, state: 'never', health: null, ours: null, nextTry: null } as const;
  }
  const { budget, retryAt, serverRetryAt } = known;
  const spent = budget && budget.remaining <= 0 ? budget.resetAt : 0;
  const waits = [retryAt, serverRetryAt, spent].filter((at) => !isDue(at, now));
  return {
    host,
    state: circuitOf(known, now),
    health: known,
    ours: limit && allowance(known, limit, now),
    nextTry: waits.length > 0 ? Math.max(...waits) : null,
  };
}

/** 0.25 → 25. */
export const percent = (share: number): number => Math.round(share * 100);
