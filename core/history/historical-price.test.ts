import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candle } from './candle.ts';
import { knownPast, minuteOf, priceFromCandles, pricesAt, seriesOf } from './historical-price.ts';
import { NO_HISTORY } from './price-history.ts';
import { parseHistory } from './price-history-schema.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 10, 20);

const candle = (at: number, ms: number, open: string, close: string): Candle => ({ at, ms, open, close });
const point = (at: number, price: string): Candle => candle(at, 0, price, price);

/** Candles without gaps from `from` to `to`; each opens at its own number and closes at the next one's. */
const row = (from: number, to: number, ms: number): Candle[] =>
  Array.from({ length: Math.ceil((to - from) / ms) }, (_, i) =>
    candle(from + i * ms, ms, String(i + 1), String(i + 2)),
  );

describe('the price at a past time', () => {
  const at = NOW - 3 * HOUR;

  test('is the opening price of the candle that contains it', () => {
    const candles = row(at - 5 * MINUTE, at + 5 * MINUTE, MINUTE);
    expect(priceFromCandles(candles, at, NOW)).toEqual({ at, price: '6' });
    expect(priceFromCandles(candles, at + 59_999, NOW)).toEqual({ at, price: '6' });
    expect(priceFromCandles(candles, at + MINUTE, NOW)).toEqual({ at: at + MINUTE, price: '7' });
  });

  test('is the closing price of the previous candle if no candle contains it', () => {
    const before = candle(at - 10 * MINUTE, MINUTE, '1', '2');
    const after = candle(at + MINUTE, MINUTE, '9', '9');
    expect(priceFromCandles([before, after], at, NOW)).toEqual({ at: at - 9 * MINUTE, price: '2' });
  });

  test('prefers the opening price of a candle to the previous closing price at the same time', () => {
    const pair = [candle(at - MINUTE, MINUTE, '1', '2'), candle(at, MINUTE, '3', '4')];
    expect(priceFromCandles(pair, at, NOW)?.price).toBe('3');
    expect(priceFromCandles(pair.toReversed(), at, NOW)?.price).toBe('3');
  });

  test('never uses the closing price of an unfinished candle', () => {
    expect(priceFromCandles([candle(NOW - 5 * MINUTE, HOUR, '1', '2')], NOW - MINUTE, NOW)?.price).toBe('1');
  });

  test.each([
    ['within 15 minutes', 15 * MINUTE, 3 * HOUR, 5 * MINUTE, true],
    ['more than that', 15 * MINUTE + 1, 3 * HOUR, 5 * MINUTE, false],
    ['more than that, coarse but recent', 40 * MINUTE, 3 * HOUR, HOUR, false],
    ['coarse and long ago, within two hours', 2 * HOUR, 5 * DAY, HOUR, true],
    ['coarse and long ago, more than that', 2 * HOUR + 1, 5 * DAY, HOUR, false],
    ['fine and long ago, in a gap', 40 * MINUTE, 5 * DAY, 5 * MINUTE, false],
  ])('%s', (_what, away, ago, step, isFound) => {
    const moment = NOW - ago;
    const points = [3, 2, 1, 0].map((back) => point(moment - away - back * step, '5'));
    expect(priceFromCandles(points, moment, NOW) !== null).toBe(isFound);
  });

  test('is null without an earlier price, and for future times', () => {
    expect(priceFromCandles([], at, NOW)).toBeNull();
    expect(priceFromCandles([point(at + 1, '5')], at, NOW)).toBeNull();
    expect(priceFromCandles([point(NOW, '5')], NOW + 1, NOW)).toBeNull();
  });

  const candles = fc.array(
    fc.record({
      at: fc.integer({ min: NOW - 3 * DAY, max: NOW + HOUR }),
      ms: fc.constantFrom(0, MINUTE, 5 * MINUTE, HOUR, 4 * HOUR),
      open: fc.integer({ min: 1, max: 1e6 }).map(String),
      close: fc.integer({ min: 1, max: 1e6 }).map(String),
    }),
    { maxLength: 60 },
  );

  test('never comes from after the time, nor from long before it', () => {
    fc.assert(
      fc.property(candles, fc.integer({ min: NOW - 3 * DAY, max: NOW + HOUR }), (all, moment) => {
        const found = priceFromCandles(all, moment, NOW);
        if (!found) return;
        expect(moment).toBeLessThanOrEqual(NOW);
        expect(found.at).toBeLessThanOrEqual(moment);
        expect(moment - found.at).toBeLessThanOrEqual(2 * HOUR);
        const isEnd = ({ at: start, ms, open, close }: Candle): boolean =>
          (start === found.at && open === found.price) ||
          (Math.min(start + ms, NOW) === found.at && close === found.price);
        expect(all.some(isEnd)).toBe(true);
        // No closer sample was skipped.
        const nearer = all.some(
          ({ at: start, ms }) =>
            (start > found.at && start <= moment) ||
            (start + ms > found.at && start + ms <= moment && ms > 0),
        );
        expect(nearer).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('does not depend on the order of the candles', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 40 }),
        (minutes) => {
          const all = minutes.map((minute, i) => point(at - minute * MINUTE, String(i + 1)));
          expect(priceFromCandles(all, at, NOW)).toEqual(priceFromCandles(all.toReversed(), at, NOW));
        },
      ),
    );
  });
});

describe('a sparkline', () => {
  test.each([
    ['half-hours', 'day', 30 * MINUTE, 48, 30 * MINUTE],
    ['quarter-hours', 'day', 15 * MINUTE, 48, 30 * MINUTE],
    ['hours', 'day', HOUR, 24, HOUR],
    ['two hours', 'week', 2 * HOUR, 84, 2 * HOUR],
    ['hours', 'week', HOUR, 84, 2 * HOUR],
    ['four hours', 'week', 4 * HOUR, 42, 4 * HOUR],
  ] as const)('of %s for a %s', (_what, span, native, count, step) => {
    const length = span === 'day' ? DAY : 7 * DAY;
    const first = Math.floor((NOW - length) / native) * native;
    const series = seriesOf(row(first, NOW, native), span, NOW);
    expect([series?.prices.length, series?.step]).toEqual([count, step]);
    // Each price is the opening price of its candle.
    series?.prices.forEach((price, i) => {
      expect(price).toBe(String((series.start + i * step - first) / native + 1));
    });
    expect(series?.start).toBeGreaterThan(NOW - length);
  });

  test('uses the last point before each step if points do not fall on the steps', () => {
    const points = Array.from({ length: 288 }, (_, i) =>
      point(NOW - DAY + i * 5 * MINUTE + 7_000, String(i + 1)),
    );
    const series = seriesOf(points, 'day', NOW);
    expect(series?.prices).toHaveLength(48);
    expect(series?.step).toBe(30 * MINUTE);
    series?.prices.forEach((price, i) => {
      const pointTime = points[Number(price) - 1]?.at ?? 0;
      const time = series.start + i * series.step;
      expect(pointTime).toBeLessThanOrEqual(time);
      expect(time - pointTime).toBeLessThan(5 * MINUTE);
    });
  });

  test('bridges a short gap and starts after a long one', () => {
    const all = row(Math.floor((NOW - DAY) / HOUR) * HOUR, NOW, 30 * MINUTE);
    const without = (from: number, to: number) => all.filter((_, i) => i < from || i >= to);
    expect(seriesOf(without(20, 23), 'day', NOW)?.prices).toHaveLength(48);
    const after = seriesOf(without(10, 30), 'day', NOW);
    expect(after?.prices[0]).toBe('31');
    expect(after?.start).toBe(all[30]?.at);
  });

  test('is null if the source has stopped sending data', () => {
    const all = row(NOW - DAY, NOW, 30 * MINUTE);
    expect(seriesOf(all.slice(0, -10), 'day', NOW)).toBeNull();
    expect(seriesOf([], 'day', NOW)).toBeNull();
    expect(seriesOf(all.slice(-1), 'day', NOW)).toBeNull();
    expect(seriesOf(row(NOW - 7 * DAY, NOW, DAY), 'day', NOW)).toBeNull();
  });

  test('does not depend on DST changes: steps are counted in UTC', () => {
    // The nights when DST ends in Berlin and in New York.
    for (const night of [Date.UTC(2026, 9, 25, 12), Date.UTC(2026, 10, 1, 12)]) {
      const series = seriesOf(row(night - DAY - HOUR, night, 30 * MINUTE), 'day', night);
      expect(series?.prices).toHaveLength(48);
      expect(new Set(series?.prices).size).toBe(48);
    }
  });

  test('for any candles: equal steps, in the past, the last known price at each step, and valid for storage', () => {
    const candles = fc.array(
      fc.record({
        at: fc.integer({ min: NOW - 8 * DAY, max: NOW + HOUR }),
        ms: fc.constantFrom(0, 5 * MINUTE, HOUR, 4 * HOUR),
        open: fc.integer({ min: 1, max: 1e6 }).map(String),
        close: fc.integer({ min: 1, max: 1e6 }).map(String),
      }),
      { minLength: 40, maxLength: 200 },
    );
    let seen = 0;
    fc.assert(
      fc.property(candles, fc.constantFrom('day' as const, 'week' as const), (all, span) => {
        const series = seriesOf(all, span, NOW);
        if (!series) return;
        seen += 1;
        const end = series.start + (series.prices.length - 1) * series.step;
        expect(series.prices.length).toBeLessThanOrEqual(span === 'day' ? 48 : 84);
        expect(series.start).toBeGreaterThan(NOW - (span === 'day' ? 1 : 7) * DAY);
        expect(end).toBeLessThanOrEqual(NOW);
        expect(NOW - end).toBeLessThanOrEqual(16 * HOUR);
        const stored = { at: NOW, source: 'binance', ...series };
        expect(parseHistory({ v: 1, day: stored }).day).toEqual(stored);
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

test('a stored price is found by its minute', () => {
  const past = [{ time: minuteOf(NOW), at: NOW - 1, price: '5', source: 'okx' }];
  expect(minuteOf(NOW + 59_999)).toBe(NOW);
  expect(knownPast(past, NOW + 59_999)).toBe(past[0]);
  expect(knownPast(past, NOW + MINUTE)).toBeNull();
  expect(knownPast(past, NOW - 1)).toBeNull();
});

test('returns the coins whose price at that minute is stored', () => {
  const at = (time: number, price: string) => ({
    ...NO_HISTORY,
    past: [{ time: minuteOf(time), at: time, price, source: 'okx' }],
  });
  const histories = { bitcoin: at(NOW, '5'), solana: at(NOW - MINUTE, '7'), tron: NO_HISTORY };
  expect(pricesAt(histories, NOW + 1)).toEqual({ bitcoin: '5' });
});
