import type { Settings } from '../settings/settings.ts';
import { allowance, type Circuit, circuitOf, type Health, type HostHealth, isDue } from './host-health.ts';
import type { RequestLimit } from './price-source.ts';
import { hostOf } from './source-info.ts';

/** What diagnostics need to know of a source. */
export interface DiagnosedSource {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly string[];
  readonly limit: RequestLimit;
}

/** How it stands with one host of a source. */
export interface HostReport {
  readonly source: string;
  readonly host: string;
  /** An address of the reader's own is never told to others. */
  readonly whose: 'source' | 'mirror' | 'feed';
  readonly off: boolean;
  readonly state: Circuit | 'never';
  readonly health: HostHealth | null;
  /** Requests left by our own limit, and of how many; null while it was never asked. */
  readonly ours: { readonly left: number; readonly of: number } | null;
  /** Not asked before, ms since the epoch; null when it may be asked now. */
  readonly nextTry: number | null;
}

/** The sources that are asked under these settings, host by host, in the order of `sources`. */
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

/** The own feed's host; null when there is none. `label` is what to call it. */
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
