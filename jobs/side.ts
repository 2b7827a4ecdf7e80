import {
  FX_INTERVAL_MS,
  HOT_INTERVAL_MS,
  MISSING_RETRY_MS,
  SIDE_RETRY_MS,
  TRENDING_INTERVAL_MS,
} from '../core/cadence.ts';
import { type Health, isDue } from '../core/health.ts';
import type { FxSource, Provider, Told, TrendingSource } from '../core/provider.ts';
import type { FxRates, Snapshot } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import { askForAll, askProvider, type Round } from './ask-provider.ts';

const SIDE_TIMEOUT_MS = 4_000;

type Next = Partial<Health['next']>;

/** Is a side request due? What is missing altogether waits neither for long nor when a reader asks. */
const isWanted = (known: unknown, next: number, now: number, wished: boolean): boolean =>
  isDue(next, now) || (known === null && (wished || next - now > MISSING_RETRY_MS));

const retryMs = (known: unknown): number => (known === null ? MISSING_RETRY_MS : SIDE_RETRY_MS);

/** Exchange rates from the first source that answers, when they are due. */
export async function askFx(
  sources: readonly FxSource[],
  before: Snapshot,
  next: Health['next'],
  round: Round,
): Promise<{ readonly rates: FxRates | null; readonly next: Next }> {
  const { reach, notes, wished } = round;
  const known = before.fx;
  if (!isWanted(known, next.fx, reach.now(), wished)) return { rates: null, next: {} };
  for (const source of sources) {
    const { id, origins, limit } = source;
    const value = known?.source === id ? { date: known.date, perUsd: known.perUsd } : undefined;
    const result = await ask(
      {
        origins,
        path: source.request(),
        timeoutMs: SIDE_TIMEOUT_MS,
        limit,
        decode: source.decode,
        since: { id, value },
      },
      notes,
      reach,
      wished,
    );
    if (!result.ok) continue;
    const at = reach.now();
    return { rates: { source: id, at, ...result.value }, next: { fx: at + FX_INTERVAL_MS } };
  }
  return { rates: null, next: { fx: reach.now() + retryMs(known) } };
}

export interface RankingOutcome {
  readonly told: Told | null;
  readonly next: Next;
  readonly tried: boolean;
}

/** The whole ranking by market cap, once an hour; it brings prices along. */
export async function askRanking(
  ranking: Provider,
  before: Snapshot,
  next: Health['next'],
  round: Round,
): Promise<RankingOutcome> {
  const { reach, wished } = round;
  if (!isWanted(before.hot, next.hot, reach.now(), wished)) return { told: null, next: {}, tried: false };
  const result = await askForAll(ranking, round);
  const now = reach.now();
  if (result.ok) return { told: result.value, next: { hot: now + HOT_INTERVAL_MS }, tried: true };
  return { told: null, next: { hot: now + retryMs(before.hot) }, tried: true };
}

/** Where the ranking is switched off: what comes along with it is still due once an hour. */
export async function goUnranked(next: Health['next'], now: number): Promise<RankingOutcome> {
  const tried = isDue(next.hot, now);
  return { told: null, next: tried ? { hot: now + HOT_INTERVAL_MS } : {}, tried };
}

/** What people look for, once an hour. Nobody waits for it. */
export async function askTrending(
  { origins, limit, trending }: TrendingSource,
  next: Health['next'],
  round: Round,
): Promise<{ readonly ids: readonly string[] | null; readonly next: Next }> {
  const { reach, notes } = round;
  if (!isDue(next.trending, reach.now())) return { ids: null, next: {} };
  const { path, decode } = trending;
  const asking = { origins, path, timeoutMs: SIDE_TIMEOUT_MS, limit, decode };
  const result = await ask(asking, notes, reach, false);
  const wait = result.ok ? TRENDING_INTERVAL_MS : SIDE_RETRY_MS;
  return { ids: result.ok ? result.value : null, next: { trending: reach.now() + wait } };
}

/** What a USDT costs in dollars, from the sources that know, when the ranking could not tell. */
export async function askPeg(
  sources: readonly Provider[],
  round: Round,
): Promise<{ readonly rate: string; readonly source: string } | null> {
  for (const source of sources) {
    const result = await askProvider(source, ['tether'], round);
    if (result.ok && result.value.usdtUsd) return { rate: result.value.usdtUsd, source: source.id };
  }
  return null;
}
