import { COINS } from '../core/market/coin-catalog.ts';
import type { Quote } from '../core/market/quote.ts';
import { inReaderTime, skewOf } from '../core/sources/clock-skew.ts';
import { canRequest, isDue } from '../core/sources/host-health.ts';
import type { Answer } from '../core/sources/http-status.ts';
import { BULK_INTERVAL_MS, MISSING_LIFE_MS, UNLISTED_LIFE_MS } from '../core/sources/intervals.ts';
import type { Provider, SourceResponse } from '../core/sources/price-source.ts';
import { digestOf, isPlausible, isRecent, isStalled } from '../core/sources/quote-checks.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { hostOf } from '../core/sources/source-info.ts';
import { type Environment, type RequestLog, sendRequest } from './request.ts';

export const ALL_IDS = COINS.map((coin) => coin.id);

const PRICE_TIMEOUT_MS = 5_000;
/** Maximum number of coins requested at once from a source that answers for one coin per request. */
const MAX_PARALLEL = 5;

/** State shared by all requests of one refresh. */
export interface RefreshContext {
  readonly environment: Environment;
  readonly log: RequestLog;
  /** Whether the user started this refresh and is waiting. */
  readonly userInitiated: boolean;
  /** US dollars per USDT, as last known. */
  readonly usdtUsd: string | undefined;
  /**
   * Pending or completed requests for all coins in this refresh, by source id, so that no source is requested twice.
   */
  readonly shared: Map<string, Promise<Result<SourceResponse>>>;
  /** Returns the previous response of a source; it is used for a 304 Not Modified response. */
  readonly previousResponse?: (source: string) => SourceResponse | undefined;
}

/** Whether the source lists the coin, as far as is known now. */
export function listsCoin(
  provider: Provider,
  id: string,
  { unlisted }: Pick<RequestLog, 'unlisted'>,
  now: number,
): boolean {
  const known = unlisted[provider.id];
  return provider.covers(id) && !(known && !isDue(known.until, now) && known.ids.includes(id));
}

/** Requests all coins that a source lists. Callers in the same refresh share one request. */
export function requestAllCoins(
  provider: Provider,
  context: RefreshContext,
): Promise<Result<SourceResponse>> {
  const requested = context.shared.get(provider.id) ?? requestSource(provider, ALL_IDS, context);
  context.shared.set(provider.id, requested);
  return requested;
}

/**
 * Requests the given coins that the source lists, and drops quotes that are outdated or implausible. If one unknown
 * symbol makes the batch fail, the batch is repaired. Coins missing from a good answer are remembered as unlisted.
 */
export async function requestSource(
  provider: Provider,
  ids: readonly string[],
  context: RefreshContext,
): Promise<Result<SourceResponse>> {
  const { log, environment } = context;
  const requested = ids.filter((id) => listsCoin(provider, id, log, environment.now()));
  if (requested.length === 0) return failed('empty');
  if (provider.scope === 'each') return requestEach(provider, requested.slice(0, MAX_PARALLEL), context);
  if (provider.scope === 'all') {
    const since = environment.now() - (log.bulk[provider.id] ?? 0);
    if (since >= 0 && since < BULK_INTERVAL_MS) return failed('backing-off');
  }
  const result = await requestOnce(provider, requested, context);
  const response =
    !result.ok && result.failure.kind === 'unknown-symbol'
      ? await requestRepaired(provider, ids, context, result)
      : result;
  if (response.ok) rememberUnlisted(provider, requested, response.value.quotes, context);
  else if (response.failure.kind === 'empty') rememberUnlisted(provider, requested, new Map(), context);
  return response;
}

async function requestOnce(
  provider: Provider,
  requested: readonly string[],
  context: RefreshContext,
): Promise<Result<SourceResponse>> {
  const { log, environment, userInitiated, previousResponse } = context;
  const value = previousResponse?.(provider.id);
  if (provider.scope === 'all' && canRequestAny(provider, context)) {
    log.bulk[provider.id] = environment.now();
    await environment.logBulkFetch(provider.id, environment.now());
  }
  return sendRequest(
    {
      origins: provider.origins,
      path: provider.request(requested),
      timeoutMs: PRICE_TIMEOUT_MS,
      limit: provider.limit,
      ...(provider.explain && { explain: provider.explain }),
      ...(provider.budget && { budget: provider.budget }),
      since: provider.scope === 'batch' ? { id: provider.id, value } : undefined,
      decode: (answer) => decodeSane(provider, answer, requested, context),
    },
    log,
    environment,
    userInitiated,
  );
}

const canRequestAny = (
  { origins, limit }: Provider,
  { log, environment, userInitiated }: RefreshContext,
): boolean =>
  origins.some((origin) => canRequest(log.hosts[hostOf(origin)], environment.now(), userInitiated, limit));

function decodeSane(
  provider: Provider,
  answer: Answer,
  requested: readonly string[],
  { usdtUsd, log }: RefreshContext,
): Result<SourceResponse> {
  const skew = skewOf(answer);
  const response = provider.decode({ ...answer, at: answer.at + skew }, requested, usdtUsd);
  if (!response.ok) return response;
  const sane = new Map<string, Quote>();
  for (const [id, quote] of inReaderTime(response.value.quotes, skew)) {
    if (isPlausible(quote) && isRecent(quote, provider.freshMs, answer.at)) sane.set(id, quote);
  }
  const isFrozen = sane.size === 0 || isUnchanged(provider, sane, answer.at, log);
  return isFrozen ? failed('frozen') : success({ ...response.value, quotes: sane });
}

/**
 * Whether a source without timestamps has sent the same prices for minutes. Timestamped quotes are checked by their
 * age.
 */
function isUnchanged(
  { id }: Provider,
  quotes: ReadonlyMap<string, Quote>,
  now: number,
  { digests }: RequestLog,
): boolean {
  if ([...quotes.values()].some(({ at }) => at !== now)) return false;
  const digest = digestOf(quotes, digests[id], now);
  if (!digest) return false;
  digests[id] = digest;
  return isStalled(digest, now);
}

async function requestEach(
  provider: Provider,
  requested: readonly string[],
  context: RefreshContext,
): Promise<Result<SourceResponse>> {
  const results = await Promise.all(requested.map((id) => requestOnce(provider, [id], context)));
  const response = results.flatMap((result) => (result.ok ? [result.value] : []));
  const [first] = results;
  if (response.length === 0) return first ?? failed('empty');
  return success({ ...response[0], quotes: new Map(response.flatMap(({ quotes }) => [...quotes])) });
}

/** Finds the coins that the source no longer lists, remembers them for a day, and requests the others again. */
async function requestRepaired(
  provider: Provider,
  ids: readonly string[],
  context: RefreshContext,
  failure: Result<SourceResponse>,
): Promise<Result<SourceResponse>> {
  const { log, environment, userInitiated } = context;
  const { listing, origins, limit } = provider;
  if (!listing) return failure;
  const listed = await sendRequest(
    { origins, path: listing.path, timeoutMs: PRICE_TIMEOUT_MS, limit, decode: listing.decode },
    log,
    environment,
    userInitiated,
  );
  if (!listed.ok) return failure;
  log.unlisted[provider.id] = {
    ids: ALL_IDS.filter((id) => provider.covers(id) && !listed.value.has(id)),
    until: environment.now() + UNLISTED_LIFE_MS,
  };
  const remaining = ids.filter((id) => listsCoin(provider, id, log, environment.now()));
  return remaining.length > 0 ? requestOnce(provider, remaining, context) : failed('empty');
}

function rememberUnlisted(
  provider: Provider,
  requested: readonly string[],
  quotes: ReadonlyMap<string, Quote>,
  { log, environment }: RefreshContext,
): void {
  const missing = requested.filter((id) => id !== 'tether' && !quotes.has(id));
  if (missing.length === 0) return;
  const known = log.unlisted[provider.id];
  const isCurrent = known && !isDue(known.until, environment.now());
  log.unlisted[provider.id] = isCurrent
    ? { ids: [...new Set([...known.ids, ...missing])], until: known.until }
    : { ids: missing, until: environment.now() + MISSING_LIFE_MS };
}
