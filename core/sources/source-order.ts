import type { Settings } from '../settings/settings.ts';
import type { HostHealth } from './host-health.ts';
import type { Provider } from './price-source.ts';
import { hostOf } from './source-info.ts';

/** Returns a source with its mirror instead of its hosts, if the reader has set one. */
export const withMirror = <
  S extends { readonly id: string; readonly origins: readonly [string, ...string[]] },
>(
  source: S,
  mirrors: Settings['mirrors'],
): S => {
  const mirror = Object.hasOwn(mirrors, source.id) ? mirrors[source.id] : undefined;
  return mirror ? { ...source, origins: [mirror] } : source;
};

/** Returns the sources that are not switched off. If all are off, the choice is ignored. */
export function sourcesOn<S extends { readonly id: string }>(
  sources: readonly S[],
  off: readonly string[],
): readonly S[] {
  const on = sources.filter(({ id }) => !off.includes(id));
  return on.length > 0 ? on : sources;
}

// Above this share of failures a source comes after the others.
const MAX_FAILING = 0.5;

/**
 * Sorts price sources in the order in which they are tried: the reader's choice first, then those that rarely fail, then the
 * others, each in bundled order. Sources whose hosts all back off keep their place: they are skipped anyway.
 */
export function orderSources(
  providers: readonly Provider[],
  { sourceOrder, sourcesOff, mirrors }: Pick<Settings, 'sourceOrder' | 'sourcesOff' | 'mirrors'>,
  hosts: Readonly<Record<string, HostHealth>>,
): readonly Provider[] {
  const on = sourcesOn(providers, sourcesOff).map((provider) => withMirror(provider, mirrors));
  const preferred = sourceOrder.flatMap((id) => on.find((provider) => provider.id === id) ?? []);
  const others = on.filter((provider) => !preferred.includes(provider));
  const failing = (provider: Provider): boolean =>
    provider.origins.every((origin) => (hosts[hostOf(origin)]?.failing ?? 0) > MAX_FAILING);
  return [...preferred, ...others.filter((one) => !failing(one)), ...others.filter(failing)];
}

const COSTS = { batch: 0, all: 1, each: 2 } as const;

/** Sorts sources by cost: those that return requested coins, then those that return all tickers, then one request per coin. */
export const cheapestFirst = (providers: readonly Provider[]): readonly Provider[] =>
  providers.toSorted((a, b) => COSTS[a.scope] - COSTS[b.scope]);
