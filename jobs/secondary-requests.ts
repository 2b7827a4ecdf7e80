import type { FxRates, Snapshot } from '../core/market/snapshot.ts';
import { type Health, isDue } from '../core/sources/host-health.ts';
import {
  FX_INTERVAL_MS,
  HOT_INTERVAL_MS,
  MISSING_RETRY_MS,
  SIDE_RETRY_MS,
  TRENDING_INTERVAL_MS,
} from '../core/sources/intervals.ts';
import type { FxSource, Provider, SourceResponse, TrendingSource } from '../core/sources/price-source.ts';
import { sendRequest } from './request.ts';
import { type RefreshContext, requestAllCoins, requestSource } from './request-source.ts';

const SIDE_TIMEOUT_MS = 4_000;

type SideSchedule = Partial<Health['next']>;

/** Whether a side request is due. If the data is missing altogether, the retry is short, and immediate for the user. */
const shouldRequest = (known: unknown, next: number, now: number, userInitiated: boolean): boolean =>
  isDue(next, now) || (known === null && (userInitiated || next - now > MISSING_RETRY_MS));

const retryMs = (known: unknown): number => (known === null ? MISSING_RETRY_MS : SIDE_RETRY_MS);

/** Requests exchange rates from the first source that answers, if due. */
export async function requestFx(
  sources: readonly FxSource[],
  before: Snapshot,
  next: Health['next'],
  context: RefreshContext,
): Promise<{ readonly rates: FxRates | null; readonly next: SideSchedule }> {
  const { environment, log, userInitiated } = context;
  const known = before.fx;
  if (!shouldRequest(known, next.fx, environment.now(), userInitiated)) return { rates: null, next: {} };
  for (const source of sources) {
    const { id, origins, limit } = source;
    const value = known?.source === id ? { date: known.date, perUsd: known.perUsd } : undefined;
    const result = await sendRequest(
      {
        origins,
        path: source.request(),
        timeoutMs: SIDE_TIMEOUT_MS,
        limit,
        decode: source.decode,
        since: { id, value },
      },
      log,
      environment,
      userInitiated,
    );
    if (!result.ok) continue;
    const at = environment.now();
    return { rates: { source: id, at, ...result.value }, next: { fx: at + FX_INTERVAL_MS } };
  }
  return { rates: null, next: { fx: environment.now() + retryMs(known) } };
}

export interface RankingOutcome {
  readonly response: SourceResponse | null;
  readonly next: SideSchedule;
  readonly attempted: boolean;
}

/** Requests the full ranking by market cap, once an hour. The answer includes prices. */
export async function requestRanking(
  ranking: Provider,
  before: Snapshot,
  next: Health['next'],
  context: RefreshContext,
): Promise<RankingOutcome> {
  const { environment, userInitiated } = context;
  if (!shouldRequest(before.hot, next.hot, environment.now(), userInitiated))
    return { response: null, next: {}, attempted: false };
  const result = await requestAllCoins(ranking, context);
  const now = environment.now();
  if (result.ok) return { response: result.value, next: { hot: now + HOT_INTERVAL_MS }, attempted: true };
  return { response: null, next: { hot: now + retryMs(before.hot) }, attempted: true };
}

/** Used when the ranking is turned off: requests that depend on it stay due once an hour. */
export async function skipRanking(next: Health['next'], now: number): Promise<RankingOutcome> {
  const attempted = isDue(next.hot, now);
  return { response: null, next: attempted ? { hot: now + HOT_INTERVAL_MS } : {}, attempted };
}

/** Requests trending searches, once an hour. Never urgent. */
export async function requestTrending(
  { origins, limit, trending }: TrendingSource,
  next: Health['next'],
  context: RefreshContext,
): Promise<{ readonly ids: readonly string[] | null; readonly next: SideSchedule }> {
  const { environment, log } = context;
  if (!isDue(next.trending, environment.now())) return { ids: null, next: {} };
  const { path, decode } = trending;
  const spec = { origins, path, timeoutMs: SIDE_TIMEOUT_MS, limit, decode };
  const result = await sendRequest(spec, log, environment, false);
  const wait = result.ok ? TRENDING_INTERVAL_MS : SIDE_RETRY_MS;
  return { ids: result.ok ? result.value : null, next: { trending: environment.now() + wait } };
}

/** Requests the USDT/USD rate from the sources that provide it, if the ranking did not. */
export async function requestUsdtUsdRate(
  sources: readonly Provider[],
  context: RefreshContext,
): Promise<{ readonly rate: string; readonly source: string } | null> {
  for (const source of sources) {
    const result = await requestSource(source, ['tether'], context);
    if (result.ok && result.value.usdtUsd) return { rate: result.value.usdtUsd, source: source.id };
  }
  return null;
}
