import type { PastPrices } from '../article/article-types.ts';
import type { Span } from '../sources/price-source.ts';
import type { Candle } from './candle.ts';
import type { History, PastPrice, Series } from './price-history.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Past prices are stored by the minute, so 10:00:01 and 10:00:59 share one entry. */
export const minuteOf = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** Length of the span, finest step of its sparkline, and longest gap it may bridge; all in ms. */
const SPANS: Readonly<Record<Span, { ms: number; step: number; gap: number }>> = {
  day: { ms: DAY, step: 30 * MINUTE, gap: 2 * HOUR },
  week: { ms: 7 * DAY, step: 2 * HOUR, gap: 8 * HOUR },
};

/** A price at an exact time. */
interface Sample {
  readonly at: number;
  readonly price: string;
}

const FINE_MS = 15 * MINUTE;
const COARSE_MS = 2 * HOUR;

/**
 * Returns the price at a past time: the opening price of the candle that contains it, or the closing price of the
 * previous candle. Never uses a price from after that time. The last earlier price may be at most 15 minutes old, or
 * two hours if the time is more than a day ago and only coarse candles are available.
 * @param candles in any order
 * @param at ms since the epoch
 * @returns the price and its own time; null if there is none
 */
export function priceFromCandles(candles: readonly Candle[], at: number, now: number): Sample | null {
  if (at > now) return null;
  const sample = samplesOf(candles, now)
    .filter((candidate) => candidate.at <= at)
    .at(-1);
  const isCoarse = now - at > DAY && (typicalStep(candles) ?? 0) > FINE_MS;
  return sample && at - sample.at <= (isCoarse ? COARSE_MS : FINE_MS) ? sample : null;
}

/**
 * Returns prices at equal steps for a sparkline: at most 48 for the last day, 84 for the last week. Each is the last
 * price known at its time. Data before a long gap is dropped. Returns null if the source has stopped sending data.
 * @param candles in any order
 */
export function seriesOf(
  candles: readonly Candle[],
  span: Span,
  now: number,
): Pick<Series, 'start' | 'step' | 'prices'> | null {
  const { ms, step: finest, gap } = SPANS[span];
  const native = typicalStep(candles);
  const samples = unbroken(samplesOf(candles, now), now, gap);
  const [first, last] = [samples[0], samples.at(-1)];
  if (native === null || native > gap || !first || !last) return null;
  const step = Math.ceil(native / finest) * finest;
  // Steps are counted from the epoch so that they match the candles' starts, independent of the time zone.
  const start = Math.ceil(Math.max(first.at, now - ms + 1) / step) * step;
  const prices: string[] = [];
  let index = 0;
  for (let time = start; time <= last.at; time += step) {
    while ((samples[index + 1]?.at ?? Number.POSITIVE_INFINITY) <= time) index += 1;
    prices.push(samples[index]?.price ?? first.price);
  }
  return prices.length >= 2 ? { start, step, prices } : null;
}

/** Both ends of each candle, oldest first, up to now. An unfinished candle closes now. */
function samplesOf(candles: readonly Candle[], now: number): readonly Sample[] {
  const ends = candles.flatMap(({ at, ms, open, close }) => [
    // At the same time, the opening price sorts after the closing price, so it takes precedence.
    { at, price: open, order: 1 },
    ...(ms > 0 ? [{ at: Math.min(at + ms, Math.max(now, at)), price: close, order: 0 }] : []),
  ]);
  return ends
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ at, price }) => ({ at, price }));
}

/** The newest samples with no gap longer than `gap` between them, or between the last one and now. */
function unbroken(samples: readonly Sample[], now: number, gap: number): readonly Sample[] {
  let next = now;
  let from = samples.length;
  while (from > 0 && next - (samples[from - 1]?.at ?? 0) <= gap) {
    from -= 1;
    next = samples[from]?.at ?? 0;
  }
  return samples.slice(from);
}

/** The median distance between the starts of neighboring candles, in ms; null for fewer than two. */
function typicalStep(candles: readonly Candle[]): number | null {
  const starts = [...new Set(candles.map(({ at }) => at))].sort((a, b) => a - b);
  const steps = starts.slice(1).map((at, index) => at - (starts[index] ?? at));
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? null;
}

/** Returns the stored prices of some coins at a past time. */
export const pricesAt = (histories: Readonly<Record<string, History>>, at: number): PastPrices =>
  Object.fromEntries(
    Object.entries(histories).flatMap(([id, { past }]) => {
      const known = knownPast(past, at);
      return known ? [[id, known.price]] : [];
    }),
  );

/** Returns the stored price of a coin at a past time; null if there is none. */
export const knownPast = (past: readonly PastPrice[], at: number): PastPrice | null =>
  past.find(({ time }) => time === minuteOf(at)) ?? null;
