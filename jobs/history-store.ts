import type { HistoryIndex } from '../core/history/history-quota.ts';
import type { History } from '../core/history/price-history.ts';
import { afterFailure, type Health } from '../core/sources/host-health.ts';
import type { Provider } from '../core/sources/price-source.ts';
import type { FailureKind } from '../core/sources/result.ts';
import type { Environment, RequestLog } from './request.ts';

export interface HistoryState {
  /** By coin; those that are not stored are absent. */
  readonly histories: Readonly<Record<string, History>>;
  readonly index: HistoryIndex;
  readonly health: Health;
  /** Dollars for one USDT, as far as known. */
  readonly usdtUsd?: string | undefined;
}

export interface HistoryChange {
  readonly histories: Readonly<Record<string, History>>;
  readonly index: HistoryIndex;
  readonly health: Health;
  /** Coins whose past makes room. */
  readonly dropped: readonly string[];
}

export interface HistoryDeps {
  readonly environment: Environment;
  /** In the order in which they are asked. Those without candles are passed over. */
  providers(): Promise<readonly Provider[]>;
  read(ids: readonly string[]): Promise<HistoryState>;
  /** Nobody else reads, changes and writes what is known of hosts while this work runs. */
  withLock(work: () => Promise<void>): Promise<void>;
  /** Health as it is now: the refresh job writes it too. */
  readHealth(): Promise<Health>;
  /** Writes all of it at once. May reject when storage is full. */
  write(changed: HistoryChange): Promise<void>;
}

/** Health with what was learnt of the hosts that were asked, and of no other. */
export function mergeHostHealth(
  current: Health,
  before: Health,
  notes: RequestLog,
  { random }: Environment,
): Health {
  const hosts = { ...current.hosts };
  for (const [host, after] of Object.entries(notes.hosts)) {
    const known = before.hosts[host];
    if (after === known) continue;
    const { lastFailure, failures, serverRetryAt } = after;
    hosts[host] = after;
    // Requests side by side fail side by side: to the host that is one failure, not four in a row.
    if (!lastFailure || failures <= (known?.failures ?? 0) + 1) continue;
    const once = afterFailure(known, { kind: lastFailure.kind as FailureKind }, lastFailure.at, random());
    const { failures: counted, failing, retryAt } = once;
    hosts[host] = { ...after, failures: counted, failing, retryAt: Math.max(retryAt, serverRetryAt) };
  }
  return { ...current, hosts };
}

/** When storage is full the older half makes room; if that is not enough, what was fetched is lost and views do without. */
export async function storeHistory(deps: HistoryDeps, changed: HistoryChange): Promise<void> {
  try {
    await deps.write(changed);
  } catch {
    const { ids } = changed.index;
    const fewer = ids.slice(0, Math.ceil(ids.length / 2));
    const dropped = [...changed.dropped, ...ids.slice(fewer.length)];
    const histories = Object.fromEntries(
      Object.entries(changed.histories).filter(([id]) => fewer.includes(id)),
    );
    await deps.write({ ...changed, histories, index: { ...changed.index, ids: fewer }, dropped });
  }
}
