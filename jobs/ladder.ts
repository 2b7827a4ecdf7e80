import { UNLISTED_LIFE_MS } from '../core/cadence.ts';
import { COINS } from '../core/catalogue.ts';
import type { FailureKind } from '../core/failure.ts';
import { isDue } from '../core/health.ts';
import type { Provider, Told } from '../core/provider.ts';
import { ask, type Notes, type Reach } from './ask.ts';

const PRICE_TIMEOUT_MS = 5_000;

export const ALL_IDS = COINS.map((coin) => coin.id);

export interface LadderDeps extends Reach {
  /** In the order in which they are tried. */
  readonly providers: readonly Provider[];
}

/** Who served, or how each source failed. */
export interface LadderOutcome {
  readonly told: Told | null;
  readonly source: string | null;
  readonly failures: readonly { readonly source: string; readonly kind: FailureKind }[];
}

/** Prices of every coin from the first source that gives any. */
export async function askLadder(deps: LadderDeps, notes: Notes, wished: boolean): Promise<LadderOutcome> {
  const failures: { source: string; kind: FailureKind }[] = [];
  for (const provider of deps.providers) {
    const result = await askRepairing(provider, deps, notes, wished);
    if (result.ok) return { told: result.value, source: provider.id, failures };
    failures.push({ source: provider.id, kind: result.failure.kind });
  }
  return { told: null, source: null, failures };
}

/** Asks for every coin; when one that the venue no longer lists spoils the batch, finds out which, and asks again without. */
async function askRepairing(provider: Provider, deps: LadderDeps, notes: Notes, wished: boolean) {
  const { listing, origins } = provider;
  const result = await askProvider(provider, ALL_IDS, PRICE_TIMEOUT_MS, deps, notes, wished);
  if (result.ok || result.failure.kind !== 'unknown-symbol' || !listing) return result;
  const listed = await ask(
    {
      origins,
      path: listing.path,
      timeoutMs: PRICE_TIMEOUT_MS,
      limit: provider.limit,
      decode: listing.decode,
    },
    notes,
    deps,
    wished,
  );
  if (!listed.ok) return result;
  notes.unlisted[provider.id] = {
    ids: ALL_IDS.filter((id) => provider.covers(id) && !listed.value.has(id)),
    until: deps.now() + UNLISTED_LIFE_MS,
  };
  return askProvider(provider, ALL_IDS, PRICE_TIMEOUT_MS, deps, notes, wished);
}

/** Does this source list the coin, as far as is known now? */
export function lists(
  provider: Provider,
  id: string,
  { unlisted }: Pick<Notes, 'unlisted'>,
  now: number,
): boolean {
  const known = unlisted[provider.id];
  return provider.covers(id) && !(known && !isDue(known.until, now) && known.ids.includes(id));
}

/** One request to one source, for those of the coins that it lists. */
export function askProvider(
  provider: Provider,
  ids: readonly string[],
  timeoutMs: number,
  deps: LadderDeps,
  notes: Notes,
  wished: boolean,
) {
  const asked = ids.filter((id) => lists(provider, id, notes, deps.now()));
  return ask(
    {
      origins: provider.origins,
      path: provider.request(asked),
      timeoutMs,
      limit: provider.limit,
      ...(provider.explain && { explain: provider.explain }),
      decode: (answer) => provider.decode(answer, asked),
    },
    notes,
    deps,
    wished,
  );
}
