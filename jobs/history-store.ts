import type { HistoryIndex } from '../core/history/history-quota.ts';
import type { History } from '../core/history/price-history.ts';
import { afterFailure, type Health } from '../core/sources/host-health.ts';
import type { Provider } from '../core/sources/price-source.ts';
import type { FailureKind } from '../core/sources/result.ts';
import type { Environment, RequestLog } from './request.ts';

export interface HistoryState {
  /** By coin id. Coins without stored history are absent. */
  readonly histories: Readonly<Record<string, History>>;
  readonly index: HistoryIndex;
  readonly health: Health;
  /** US dollars per USDT, if known. */
  readonly usdtUsd?: string | undefined;
}

export interface HistoryChange {
  readonly histories: Readonly<Record<string, History>>;
  readonly index: HistoryIndex;
  readonly health: Health;
  /** Coins whose history is deleted. */
  readonly dropped: readonly string[];
}

export interface HistoryDeps {
  readonly environment: Environment;
  /** In request order. Sources without candles are skipped. */
  providers(): Promise<readonly Provider[]>;
  read(ids: readonly string[]): Promise<HistoryState>;
  /** Runs `work` under the lock that guards the stored host health. */
  withLock(work: () => Promise<void>): Promise<void>;
  /** The current health; the refresh job writes it too. */
  readHealth(): Promise<Health>;
  /** Writes everything in one call. May reject when storage is full. */
  write(changed: HistoryChange): Promise<void>;
}

/** Returns the current health, updated for the requested hosts only. */
export function mergeHostHealth(
  current: Health,
  before: Health,
  log: RequestLog,
  { random }: Environment,
): Health {
  const hosts = { ...current.hosts };
  for (const [host, after] of Object.entries(log.hosts)) {
    const known = before.hosts[host];
    if (after === known) continue;
    const { lastFailure, failures, serverRetryAt } = after;
    hosts[host] = after;
    // Parallel requests fail together; count them as one failure of the host.
    if (!lastFailure || failures <= (known?.failures ?? 0) + 1) continue;
    const counted = afterFailure(known, { kind: lastFailure.kind as FailureKind }, lastFailure.at, random());
    const { failures: failureCount, failing, retryAt } = counted;
    hosts[host] = { ...after, failures: failureCount, failing, retryAt: Math.max(retryAt, serverRetryAt) };
  }
  return { ...current, hosts };
}

/** If storage is full, drops the older half and retries. If that fails too, the fetched data is lost. */
export async function storeHistory(deps: HistoryDeps, changed: HistoryChange): Promise<void> {
  try {
    await deps.write(changed);
  } catch {
    const { ids } = changed.index;
    const newerIds = ids.slice(0, Math.ceil(ids.length / 2));
    const dropped = [...changed.dropped, ...ids.slice(newerIds.length)];
    const histories = Object.fromEntries(
      Object.entries(changed.histories).filter(([id]) => newerIds.includes(id)),
    );
    await deps.write({ ...changed, histories, index: { ...changed.index, ids: newerIds }, dropped });
  }
}
