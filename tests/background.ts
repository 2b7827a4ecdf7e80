import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { HEALTH, SNAPSHOT } from '../core/stored.ts';
import { FX_SOURCES } from '../fx/index.ts';
import type { Reach } from '../jobs/ask.ts';
import { createRefresh, type RefreshDeps, type RefreshState, type SourceSettings } from '../jobs/refresh.ts';
import { PEG_PROVIDERS, PROVIDERS, RANKING_PROVIDER } from '../providers/index.ts';
import type { World } from '../world/world.ts';
import { getFrom } from './world-reach.ts';

/** The real time-outs are seconds; the world is near. */
const PATIENCE_MS = 800;

/** Storage as a browser keeps it: JSON, read with all suspicion, written at once. */
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

/** A background on its own storage and its own clock. */
export function setUpBackground(
  world: World,
  over: { get?: Reach['get']; settings?: Partial<SourceSettings> } = {},
) {
  const store = createStore();
  let time = Date.now();
  const now = () => time;
  const reach: Reach = {
    get: (url, timeoutMs, etag) => getFrom(world, url, Math.min(timeoutMs, PATIENCE_MS), now, etag),
    now,
    random: () => 0,
    noteBulk: async () => {},
    wait: (ms) => new Promise((done) => setTimeout(done, Math.min(ms, PATIENCE_MS))),
    ...(over.get && { get: over.get }),
  };
  const deps: RefreshDeps = {
    reach,
    providers: PROVIDERS,
    ranking: RANKING_PROVIDER,
    pegs: PEG_PROVIDERS,
    fxSources: FX_SOURCES,
    feed: () => RANKING_PROVIDER,
    settings: async () => ({ ...DEFAULT_SETTINGS, ...over.settings }),
    read: store.read,
    write: store.write,
  };
  return {
    deps,
    store,
    refresh: createRefresh(deps),
    state: store.read,
    snapshot: async () => (await store.read()).snapshot,
    pass: (ms: number) => {
      time += ms;
    },
    now,
  };
}
