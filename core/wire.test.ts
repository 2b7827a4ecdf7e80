import { describe, expect, test } from 'vitest';
import { failed } from './failure.ts';
import {
  codeText,
  headerNumber,
  inUsdt,
  makeBudget,
  moment,
  product,
  type RowReader,
  readListing,
  readQuotes,
} from './wire.ts';

const AT = 1_760_000_000_000;
const COINS = new Map([
  ['B', 'bitcoin'],
  ['B2', 'bitcoin'],
  ['E', 'ethereum'],
  ['7', 'solana'],
]);
const READER: RowReader = {
  ...{ source: 'test', key: 'name', coins: COINS },
  line: ({ price, at }) => ({ last: price, change24h: null, at: Number(at), volume24h: undefined }),
};
const read = (rows: readonly unknown[], ids = ['bitcoin', 'ethereum', 'solana']) => {
  const told = readQuotes(READER, rows, ids, AT);
  return told.ok ? [...told.value].map(([id, { last }]) => [id, last]) : told;
};

describe('rows', () => {
  test('of wanted coins are told, by whatever name, text or number', () => {
    const rows = [{ name: 'E', price: 2 }, { name: 7, price: '3' }, { name: 'X', price: 9 }, null, 'B', {}];
    expect(read(rows)).toEqual([
      ['ethereum', '2'],
      ['solana', '3'],
    ]);
    expect(read(rows, ['solana'])).toEqual([['solana', '3']]);
  });

  test.each([
    ['the younger', 5, 4, '1'],
    ['the younger, told last', 4, 5, '2'],
    ['the last of the same age', 5, 5, '2'],
  ])('of a coin told twice count as %s', (_what, first, second, last) => {
    const rows = [
      { name: 'B', price: 1, at: first },
      { name: 'B2', price: 2, at: second },
    ];
    expect(read(rows)).toEqual([['bitcoin', last]]);
  });

  test('take nothing from a prototype', () => {
    const row: unknown = Object.create({ price: 5 }, { name: { value: 'B', enumerable: true } });
    expect(read([row])).toEqual(failed('bad-shape'));
    expect(read([JSON.parse('{"name":"B","__proto__":{"price":5}}')])).toEqual(failed('bad-shape'));
  });

  test.each([
    [[], 'empty'],
    [[{ name: 'X', price: 1 }, null], 'empty'],
    [[{ name: 'B', price: 0 }, { name: 'X' }], 'bad-shape'],
    [[{ other: 'B' }, 'B', [], null], 'bad-shape'],
  ] as const)('that make no quote fail, no. %#', (rows, kind) => {
    expect(read(rows)).toEqual(failed(kind));
  });
});

test('a listing is of known coins; of none it is no listing', () => {
  expect(readListing(COINS, ['B', 7, null, 'X'])).toEqual({ ok: true, value: new Set(['bitcoin']) });
  expect(readListing(COINS, ['X'])).toEqual(failed('empty'));
  expect(readListing(COINS, [7, null])).toEqual(failed('bad-shape'));
  expect(readListing(COINS, [])).toEqual(failed('empty'));
});

test.each([
  ['5', '0.5', '10'],
  [5, 0.5, '10'],
  ['5', undefined, '5'],
  ['5', '0', '5'],
  ['5', '-1', '5'],
  ['5', 'x', '5'],
  ['x', '1', null],
  ['1', '3', '0.333333333333333333'],
])('%j dollars at %j are %j USDT', (usd, peg, usdt) => {
  expect(inUsdt(usd, peg)).toBe(usdt);
});

test.each([
  ['-0.0014', 100, '-0.14'],
  ['0', 100, '0'],
  [1e-7, '3', '0.0000003'],
  [null, 100, null],
  ['', 100, null],
])('%j times %j is %j', (a, b, result) => {
  expect(product(a, b)).toBe(result);
});

test.each([
  [AT, AT],
  [String(AT), AT],
  ['2025-06-25T10:47:48Z', Date.UTC(2025, 5, 25, 10, 47, 48)],
  ['', Number.NaN],
  ['soon', Number.NaN],
  ['9'.repeat(50), Number.NaN],
  [null, Number.NaN],
])('%j is the moment %j', (value, time) => {
  expect(moment(value)).toBe(time);
});

test('codes are text or numbers', () => {
  expect([0, '0', null, {}, Object.create(null)].map(codeText)).toEqual(['0', '0', null, null, null]);
});

test.each([
  [{ a: '12' }, 12],
  [{ a: '-1' }, null],
  [{ a: '1.5' }, null],
  [{}, null],
  [undefined, null],
])('header no. %#', (headers, value) => {
  expect(headerNumber({ status: 200, body: null, at: AT, ...(headers && { headers }) }, 'a')).toBe(value);
});

test.each([
  [3, 10, AT + 5, { remaining: 3, limit: 10, resetAt: AT + 5 }],
  [30, 10, AT - 5, { remaining: 10, limit: 10, resetAt: AT }],
  [-3, 10, AT * 2, { remaining: 0, limit: 10, resetAt: AT + 600_000 }],
  [3, 0, AT, null],
  [null, 10, AT, null],
  [3, 10, null, null],
])('allowance no. %#', (remaining, limit, resetAt, budget) => {
  expect(makeBudget(AT, remaining, limit, resetAt)).toEqual(budget);
});
