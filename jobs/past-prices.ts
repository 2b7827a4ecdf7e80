import { type Answer, failed, type Result, success } from '../core/failure.ts';
import { isDue, mayAsk, whenAsked } from '../core/health.ts';
import type { PastPrice, Series } from '../core/history.ts';
import { priceAt, seriesOf } from '../core/past.ts';
import type { CandleSource, Provider, Span } from '../core/provider.ts';
import { hostOf } from '../core/source.ts';
import { ask, type Notes, type Reach } from './ask.ts';

const TIMEOUT_MS = 5_000;
const SPAN_MS: Readonly<Record<Span, number>> = { day: 24 * 60 * 60_000, week: 7 * 24 * 60 * 60_000 };

/** One thing to find out about a coin. `at`: a past minute, ms since the epoch. */
export type Want =
  | { readonly id: string; readonly span: Span; readonly at?: never }
  | { readonly id: string; readonly at: number; readonly span?: never };

export interface Found {
  readonly series?: Series;
  readonly past?: PastPrice;
}

export interface Asked {
  readonly reach: Reach;
  /** In the order in which they are asked. */
  readonly providers: readonly Provider[];
  readonly notes: Notes;
  /** Dollars for one USDT, as far as known. */
  readonly usdtUsd: string | undefined;
  /** May one more request go out? */
  mayGo(): boolean;
}

/**
 * Asks one source after the other until one has it.
 * @returns what was found; `nothing` when those that answered do not have it; null when none could be asked
 */
export async function find(want: Want, asked: Asked): Promise<Found | 'nothing' | null> {
  if (isFlat(want.id)) return flat(want, asked.reach.now());
  let outcome: 'nothing' | null = null;
  for (const provider of asked.providers) {
    if (!provider.candles || !hasCandles(provider, want.id, asked)) continue;
    if (!asked.mayGo()) return outcome;
    const result = await askCandles(provider, provider.candles, want, asked);
    if (result.ok) return result.value;
    if (result.failure.kind !== 'resting' && result.failure.kind !== 'offline') outcome = 'nothing';
  }
  return outcome;
}

/** Are candles of this coin to be had there, as far as is known now? */
function hasCandles({ id, candles }: Provider, coin: string, { notes, reach }: Asked): boolean {
  const known = notes.unlisted[id];
  const isGone = known && !isDue(known.until, reach.now()) && known.ids.includes(coin);
  return candles?.covers(coin) === true && !isGone;
}

function askCandles(
  provider: Provider,
  candles: CandleSource,
  want: Want,
  asked: Asked,
): Promise<Result<Found>> {
  const { id, origins, limit, explain, budget } = provider;
  const request = want.span
    ? candles.request(want.id, want.span, asked.reach.now())
    : candles.requestAt(want.id, want.at);
  // The prices of now come from the same hosts, and must find some of their allowance left.
  const leavesSome = (origin: string): boolean =>
    mayAsk(
      whenAsked(asked.notes.hosts[hostOf(origin)], limit, asked.reach.now()),
      asked.reach.now(),
      false,
      limit,
    );
  return ask(
    {
      origins: origins.filter(leavesSome),
      path: request,
      timeoutMs: TIMEOUT_MS,
      limit,
      explain: (answer) => explain?.(answer) ?? refusalOfOne(answer),
      ...(budget && { budget }),
      decode: (answer) => read(candles.decode(answer, want.id, asked.usdtUsd), want, id, answer.at),
    },
    asked.notes,
    asked.reach,
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

function read(
  told: ReturnType<CandleSource['decode']>,
  want: Want,
  source: string,
  at: number,
): Result<Found> {
  if (!told.ok) return OF_ONE_COIN.includes(told.failure.kind) ? NOT_HERE : told;
  if (want.span) {
    const series = seriesOf(told.value, want.span, at);
    return series ? success({ series: { at, source, ...series } }) : NOT_HERE;
  }
  const past = priceAt(told.value, want.at, at);
  return past ? success({ past: { time: want.at, ...past, source } }) : NOT_HERE;
}

/** A USDT costs one USDT, by definition. */
export const isFlat = (id: string): boolean => id === 'tether';

function flat({ span, at }: Want, now: number): Found {
  const source = 'tether';
  if (at !== undefined) return { past: { time: at, at, price: '1', source } };
  const step = SPAN_MS[span];
  return { series: { at: now, source, start: now - step, step, prices: ['1', '1'] } };
}
