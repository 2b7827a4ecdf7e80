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

/** One history request for a coin. `at`: a time in the past, rounded to the minute, ms since the epoch. */
export type HistoryQuery =
  | { readonly id: string; readonly span: Span; readonly at?: never }
  | { readonly id: string; readonly at: number; readonly span?: never };

export interface HistoryResult {
  readonly series?: Series;
  readonly past?: PastPrice;
}

export interface FetchContext {
  readonly environment: Environment;
  /** In request order. */
  readonly providers: readonly Provider[];
  readonly log: RequestLog;
  /** US dollars per USDT, if known. */
  readonly usdtUsd: string | undefined;
  /** Whether one more request is within the quota. */
  hasQuota(): boolean;
}

/**
 * Requests the sources in order until one provides the data.
 * @returns the data; `'nothing'` if no source that answered has it; null if no source could be requested
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
    const result = await requestCandles(provider, provider.candles, query, context);
    if (result.ok) return result.value;
    if (result.failure.kind !== 'backing-off' && result.failure.kind !== 'offline') outcome = 'nothing';
  }
  return outcome;
}

/** Whether the source provides candles for this coin, as far as is known now. */
function hasCandles({ id, candles }: Provider, coin: string, { log, environment }: FetchContext): boolean {
  const known = log.unlisted[id];
  const isGone = known && !isDue(known.until, environment.now()) && known.ids.includes(coin);
  return candles?.covers(coin) === true && !isGone;
}

function requestCandles(
  provider: Provider,
  candles: CandleSource,
  query: HistoryQuery,
  context: FetchContext,
): Promise<Result<HistoryResult>> {
  const { id, origins, limit, explain, budget } = provider;
  const request = query.span
    ? candles.request(query.id, query.span, context.environment.now())
    : candles.requestAt(query.id, query.at);
  // Current prices come from the same hosts, so each host's limit must leave room for one more request.
  const hasSpareQuota = (origin: string): boolean =>
    canRequest(
      afterRequest(context.log.hosts[hostOf(origin)], limit, context.environment.now()),
      context.environment.now(),
      false,
      limit,
    );
  return sendRequest(
    {
      origins: origins.filter(hasSpareQuota),
      path: request,
      timeoutMs: TIMEOUT_MS,
      limit,
      explain: (answer) => explain?.(answer) ?? refusalOfRequest(answer),
      ...(budget && { budget }),
      decode: (answer) =>
        decodeHistory(candles.decode(answer, query.id, context.usdtUsd), query, id, answer.at),
    },
    context.log,
    context.environment,
    false,
  );
}

// A host that rejects a single coin or time is not failing. The same host serves current prices, and it must not back
// off because a coin is too new or a time too far back. `unknown-symbol` does not count as a host failure.
const NOT_HERE = failed('unknown-symbol');
const REQUEST_REFUSALS: readonly number[] = [400, 401, 404, 422];
const COIN_REFUSALS: readonly string[] = ['bad-shape', 'empty', 'refused'];

const refusalOfRequest = ({ status }: Answer): Result<never> | null =>
  REQUEST_REFUSALS.includes(status) ? NOT_HERE : null;

function decodeHistory(
  candles: ReturnType<CandleSource['decode']>,
  query: HistoryQuery,
  source: string,
  at: number,
): Result<HistoryResult> {
  if (!candles.ok) return COIN_REFUSALS.includes(candles.failure.kind) ? NOT_HERE : candles;
  if (query.span) {
    const series = seriesOf(candles.value, query.span, at);
    return series ? success({ series: { at, source, ...series } }) : NOT_HERE;
  }
  const past = priceFromCandles(candles.value, query.at, at);
  return past ? success({ past: { time: query.at, ...past, source } }) : NOT_HERE;
}

/** One USDT always costs one USDT. */
export const isConstant = (id: string): boolean => id === 'tether';

function flatHistory({ span, at }: HistoryQuery, now: number): HistoryResult {
  const source = 'tether';
  if (at !== undefined) return { past: { time: at, at, price: '1', source } };
  const step = SPAN_MS[span];
  return { series: { at: now, source, start: now - step, step, prices: ['1', '1'] } };
}
