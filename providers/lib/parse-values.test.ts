import { expect, test } from 'vitest';
import { buildBudget, codeText, headerNumber, inUsdt, parseTimestamp, product } from './parse-values.ts';

const AT = 1_760_000_000_000;

test.each([
  ['5', '0.5', '10'],
  [5, 0.5, '10'],
  ['5', undefined, '5'],
  ['5', '0', '5'],
  ['5', '-1', '5'],
  ['5', 'x', '5'],
  ['x', '1', null],
  ['1', '3', '0.333333333333333333'],
])('%j dollars at %j are %j USDT', (usd, usdtUsd, usdt) => {
  expect(inUsdt(usd, usdtUsd)).toBe(usdt);
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
  expect(parseTimestamp(value)).toBe(time);
});

test('codes are strings or numbers', () => {
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
])('budget no. %#', (remaining, limit, resetAt, budget) => {
  expect(buildBudget(AT, remaining, limit, resetAt)).toEqual(budget);
});
