import type { Snapshot } from '../../core/market/snapshot.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import type { Health } from '../../core/sources/host-health.ts';
import { parseJson } from '../../core/storage/guards.ts';
import { HEALTH, SNAPSHOT } from '../../core/storage/items.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { createRefresh } from '../../jobs/refresh.ts';
import { now } from '../../platform/clock.ts';
import { getJson } from '../../platform/http.ts';
import { wait } from '../../platform/timers.ts';
import { ownFeed } from '../../providers/feed.ts';
import { PROVIDERS, RANKING_PROVIDER, USDT_USD_PROVIDERS } from '../../providers/index.ts';

/** Quotes from the sources, and what is known about the sources. */
export interface State {
  readonly snapshot: Snapshot;
  readonly health: Health;
}

/** Source labels by id. */
export const LABELS: ReadonlyMap<string, string> = new Map(PROVIDERS.map(({ id, label }) => [id, label]));

/** Parses a stored state; invalid parts are reset. */
export function parseState(text: string | null): State {
  const raw = parseJson(text ?? '{}') as Partial<Record<keyof State, unknown>> | null | undefined;
  return { snapshot: SNAPSHOT.parse(raw?.snapshot), health: HEALTH.parse(raw?.health) };
}

/**
 * Creates a refresh job like the extension's, with the same fallback and limits. @returns a function that returns the
 * new state
 */
export function createStateRefresh(first: State): () => Promise<State> {
  let state = first;
  const refresh = createRefresh({
    environment: {
      get: getJson,
      now,
      random: Math.random,
      wait,
      // Not needed: this process is not restarted between requests, unlike a background worker.
      logBulkFetch: () => Promise.resolve(),
    },
    providers: PROVIDERS,
    ranking: RANKING_PROVIDER,
    usdtUsdSources: USDT_USD_PROVIDERS,
    fxSources: FX_SOURCES,
    withLock: (work) => work(),
    feed: ownFeed,
    settings: async () => DEFAULT_SETTINGS,
    read: async () => state,
    write: async (changed) => {
      state = { ...state, ...changed };
    },
  });
  return async () => {
    await refresh(false);
    return state;
  };
}
