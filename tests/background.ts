import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { HEALTH, SNAPSHOT } from '../core/storage/items.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { createRefresh, type RefreshDeps, type RefreshState, type SourceSettings } from '../jobs/refresh.ts';
import type { Environment } from '../jobs/request.ts';
import { ownFeed } from '../providers/feed.ts';
import { PROVIDERS, RANKING_PROVIDER, USDT_USD_PROVIDERS } from '../providers/index.ts';
import { ManualTime, VirtualWorld } from './virtual-world.ts';

/** Storage as in a browser: JSON, parsed as untrusted input, written atomically. */
export function createStore() {
  let kept = '{}';
  const writes: Partial<RefreshState>[] = [];
  return {
    writes,
    read: async (): Promise<RefreshState> => {
      const raw = JSON.parse(kept);
      return { snapshot: SNAPSHOT.parse(raw.snapshot), health: HEALTH.parse(raw.health) };
    },
    write: async (changed: Partial<RefreshState>): Promise<void> => {
      writes.push(changed);
      kept = JSON.stringify({ ...JSON.parse(kept), ...changed });
    },
    text: () => kept,
  };
}

/** The dependencies of the refresh job as in the background, with some overrides. */
export const depsOn = (
  environment: Environment,
  store: Pick<RefreshDeps, 'read' | 'write'>,
  settings: Partial<SourceSettings> = {},
): RefreshDeps => ({
  environment,
  providers: PROVIDERS,
  ranking: RANKING_PROVIDER,
  usdtUsdSources: USDT_USD_PROVIDERS,
  fxSources: FX_SOURCES,
  withLock: (work) => work(),
  feed: ownFeed,
  settings: async () => ({ ...DEFAULT_SETTINGS, ...settings }),
  read: store.read,
  write: store.write,
});

/** Returns all hosts of some sources. */
export const hostsOf = (sources: readonly { readonly origins: readonly string[] }[]): string[] =>
  sources.flatMap(({ origins }) => origins.map((origin) => new URL(origin).host));

/** The environment of a job in a virtual world. */
export const reachOf = (world: VirtualWorld): Environment => ({
  get: world.get,
  now: () => world.clock.now(),
  random: () => 0.5,
  wait: (ms) => world.clock.sleep(ms),
  logBulkFetch: async () => {},
});

/** A world with a clock that the test controls. */
export type NearWorld = VirtualWorld<ManualTime>;

/** Creates a background with its own storage, in its own world or a given one. */
export function setUpBackground(
  over: { world?: NearWorld; get?: Environment['get']; settings?: Partial<SourceSettings> } = {},
) {
  const world = over.world ?? new VirtualWorld(new ManualTime());
  const store = createStore();
  const reach: Environment = {
    get: over.get ?? world.get,
    now: world.clock.now,
    random: () => 0,
    logBulkFetch: async () => {},
    // Timeouts never fire: in this world even hanging requests end at once.
    wait: () => new Promise(() => {}),
  };
  const deps = depsOn(reach, store, over.settings);
  return {
    deps,
    store,
    world,
    refresh: createRefresh(deps),
    state: store.read,
    snapshot: async () => (await store.read()).snapshot,
    pass: (ms: number) => world.clock.pass(ms),
    now: world.clock.now,
  };
}
