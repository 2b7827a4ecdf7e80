import type { Settings } from '../settings/settings.ts';
import type { HostHealth } from './host-health.ts';
import type { Provider } from './price-source.ts';
import { hostOf } from './source-info.ts';

/** The hosts of a source, or the one the reader has put in their place. */
export const withMirror = <
  S extends { readonly id: string; readonly origins: readonly [string, ...string[]] },
>(
  source: S,
  mirrors: Settings['mirrors'],
): S => {
  const mirror = Object.hasOwn(mirrors, source.id) ? mirrors[source.id] : undefined;
  return mirror ? { ...source, origins: [mirror] } : source;
};

/** Sources that may be asked: all but those the reader has switched off. With none left, the choice is void. */
export function sourcesOn<S extends { readonly id: string }>(
  sources: readonly S[],
  off: readonly string[],
): readonly S[] {
  const on = sources.filter(({ id }) => !off.includes(id));
  return on.length > 0 ? on : sources;
}

// Beyond this share of failures a source is asked after those that do better.
const FAILING_MUCH = 0.5;

/**
 * The order in which price sources are tried: the reader's choice first, then those that answer well, each in bundled order.
 * Sources whose hosts all rest are left where they are: they are passed over anyway.
 */
export function orderSources(
  providers: readonly Provider[],
  { sourceOrder, sourcesOff, mirrors }: Pick<Settings, 'sourceOrder' | 'sourcesOff' | 'mirrors'>,
  hosts: Readonly<Record<string, HostHealth>>,
): readonly Provider[] {
  const on = sourcesOn(providers, sourcesOff).map((provider) => withMirror(provider, mirrors));
  const chosen = sourceOrder.flatMap((id) => on.find((provider) => provider.id === id) ?? []);
  const others = on.filter((provider) => !chosen.includes(provider));
  const failing = (provider: Provider): boolean =>
    provider.origins.every((origin) => (hosts[hostOf(origin)]?.failing ?? 0) > FAILING_MUCH);
  return [...chosen, ...others.filter((one) => !failing(one)), ...others.filter(failing)];
}

const COSTS = { batch: 0, all: 1, each: 2 } as const;

/** Those who answer for chosen coins before those who send everything they have, and these before one request a coin. */
export const cheapestFirst = (providers: readonly Provider[]): readonly Provider[] =>
  providers.toSorted((a, b) => COSTS[a.scope] - COSTS[b.scope]);
