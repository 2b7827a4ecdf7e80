import { priceFromCandles, seriesOf } from '../core/history/historical-price.ts';
import type { PastPrice, Series } from '../core/history/price-history.ts';
import { afterRequest, canRequest, isDue } from '../core/sources/host-health.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { CandleSource, Provider, Span } from '../core/sources/price-source.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { hostOf } from '../core/sources/source-info.ts';
import { type Environment, type RequestLog, sendRequest } from './request.ts';

const TIMEOUT_MS = 5_000;
const SPAN_MS: Readonly<Record<Span, number>> = { day: 24 * 60 * 60_000, week: 7 * 24 * 60 * 60_000 };

/** One thing to find out about a coin. `at`: a past minute, ms since the epoch. */
export type HistoryQuery =
  | { readonly id: string; readonly span: Span; readonly at?: never }
  | { readonly id: string; readonly at: number; readonly span?: never };

export interface HistoryResult {
  readonly series?: Series;
  readonly past?: PastPrice;
}

export interface FetchContext {
  readonly environment: Environment;
  /** In the order in which they are asked. */
  readonly providers: readonly Provider[];
  readonly log: RequestLog;
  /** Dollars for one USDT, as far as known. */
  readonly usdtUsd: string | undefined;
  /** May one more request go out? */
  hasQuota(): boolean;
}

/**
 * Asks one source after the other until one has it.
 * @returns what was found; `nothing` when those that answered do not have it; null when none could be asked
 */
export async function fetchPast(
  query: HistoryQuery,
  context: FetchContext,
): Promise<HistoryResult | 'nothing' | null> {
  if (isConstant(query.id)) return flatHistory(query, context.environment.now());
  let outcome: 'nothing' | null = null;
  for (const provider of context.providers) {
    if (!provider.candles || !hasCandles(provider, query.id, context)) continue;
    if (!context.hasQuota()) return outcome;
    const result = await askCandles(provider, provider.candles, query, context);
    if (result.ok) return result.value;
    if (result.failure.kind !== 'backing-off' && result.failure.kind !== 'offline') outcome = 'nothing';
  }
  return outcome;
}

/** Are candles of this coin to be had there, as far as is known now? */
function hasCandles({ id, candles }: Provider, coin: string, { log, environment }: FetchContext): boolean {
  const known = log.unlisted[id];
  const isGone = known && !isDue(known.until, environment.now()) && known.ids.includes(coin);
  return candles?.covers(coin) === true && !isGone;
}

function askCandles(
  provider: Provider,
  candles: CandleSource,
  query: HistoryQuery,
  context: FetchContext,
): Promise<Result<HistoryResult>> {
  const { id, origins, limit, explain, budget } = provider;
  const request = query.span
    ? candles.request(query.id, query.span, context.environment.now())
    : candles.requestAt(query.id, query.at);
  // The prices of now come from the same hosts, and must find some of their allowance left.
  const leavesSome = (origin: string): boolean =>
    canRequest(
      afterRequest(context.log.hosts[hostOf(origin)], limit, context.environment.now()),
      context.environment.now(),
      false,
      limit,
    );
  return sendRequest(
    {
      origins: origins.filter(leavesSome),
      path: request,
      timeoutMs: TIMEOUT_MS,
      limit,
      explain: (answer) => explain?.(answer) ?? refusalOfOne(answer),
      ...(budget && { budget }),
      decode: (answer) =>
        decodeHistory(candles.decode(answer, query.id, context.usdtUsd), query, id, answer.at),
    },
    context.log,
    context.environment,
    false,
  );
}

// What a host says of one coin or one moment is no fault of the host: the same host serves the prices, and must not be left
// alone by them because of a coin that is too young or a moment too far back. `unknown-symbol` blames nobody.
const NOT_HERE = failed('unknown-symbol');
const OF_ONE_REQUEST: readonly number[] = [400, 401, 404, 422];
const OF_ONE_COIN: readonly string[] = ['bad-shape', 'empty', 'refused'];

const refusalOfOne = ({ status }: Answer): Result<never> | null =>
  OF_ONE_REQUEST.includes(status) ? NOT_HERE : null;

function decodeHistory(
  candles: ReturnType<CandleSource['decode']>,
  query: HistoryQuery,
  source: string,
  at: number,
): Result<HistoryResult> {
  if (!candles.ok) return OF_ONE_COIN.includes(candles.failure.kind) ? NOT_HERE : candles;
  if (query.span) {
    const series = seriesOf(candles.value, query.span, at);
    return series ? success({ series: { at, source, ...series } }) : NOT_HERE;
  }
  const past = priceFromCandles(candles.value, query.at, at);
  return past ? success({ past: { time: query.at, ...past, source } }) : NOT_HERE;
}

/** A USDT costs one USDT, by definition. */
export const isConstant = (id: string): boolean => id === 'tether';

function flatHistory({ span, at }: HistoryQuery, now: number): HistoryResult {
  const source = 'tether';
  if (at !== undefined) return { past: { time: at, at, price: '1', source } };
  const step = SPAN_MS[span];
  return { series: { at: now, source, start: now - step, step, prices: ['1', '1'] } };
}
