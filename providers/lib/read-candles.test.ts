import { expect, test } from 'vitest';
import { failed } from '../../core/sources/result.ts';
import { readCandles } from '../../providers/lib/read-candles.ts';

const AT = 1_760_000_000_000;
const HOUR = 3_600_000;
const read = (rows: readonly unknown[]) =>
  readCandles(
    rows,
    ([at, open, close, ms]) => ({ at: Number(at), open, close, ...(ms !== undefined && { ms: Number(ms) }) }),
    AT,
  );
const past = (hours: number): number => AT - hours * HOUR;

test('are oldest first, each time once, without any that start after the response', () => {
  const rows = [
    [past(1), '3', 4.5, HOUR],
    [past(2), '2', '3', HOUR],
    [past(2), '2.50', '3', HOUR],
    [AT + 1, '9', '9', HOUR],
  ];
  expect(read(rows)).toEqual({
    ok: true,
    value: [
      { at: past(2), ms: HOUR, open: '2.5', close: '3' },
      { at: past(1), ms: HOUR, open: '3', close: '4.5' },
    ],
  });
});

test.each([
  ['the smallest gap between two', [5, 3, 2], HOUR],
  ['nothing, when it is alone', [5], 0],
])('a candle without a length has %s', (_what, hours, ms) => {
  const decoded = read(hours.map((back) => [past(back), '1', '1']));
  expect(decoded.ok && decoded.value.map((candle) => candle.ms)).toEqual(hours.map(() => ms));
});

test.each([
  ['no list', 'row'],
  ['a price of zero', [past(1), '0', '1', 0]],
  ['a price that is none', [past(1), '1', null, 0]],
  ['a time that is none', ['soon', '1', '1', 0]],
  ['a time before all time', [-5, '1', '1', 0]],
  ['a length below zero', [past(1), '1', '1', -1]],
  ['a length without end', [past(1), '1', '1', 1e12]],
])('an invalid row is skipped: %s', (_what, row) => {
  expect(read([row])).toEqual(failed('bad-shape'));
  expect(read([row, [past(2), '1', '1', 0]])).toMatchObject({ ok: true, value: [{ at: past(2) }] });
});

test('without rows there are no candles', () => {
  expect(read([])).toEqual(failed('empty'));
});
