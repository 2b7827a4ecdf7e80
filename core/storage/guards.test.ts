import { expect, test } from 'vitest';
import { readRates } from '../market/fx-rates.ts';
import { getOwn, isRecord } from './guards.ts';

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['x', false],
  [() => 1, false],
])('record no. %#: %s', (value, is) => {
  expect(isRecord(value)).toBe(is);
});

test('getOwn ignores inherited properties', () => {
  expect(getOwn({ a: 1 }, 'a')).toBe(1);
  expect(getOwn({}, 'toString')).toBeUndefined();
  expect(getOwn(Object.create({ a: 1 }), 'a')).toBeUndefined();
});

test('rates are read from numbers and text, and only those above zero', () => {
  const table = {
    CNY: 7.1758,
    EUR: '0.86150',
    JPY: 0,
    KRW: -1,
    GBP: null,
    INR: 'x',
    HKD: Number.NaN,
    XAU: 1,
    SGD: 5.9e-6,
  };
  expect(readRates(table)).toEqual({ CNY: '7.1758', EUR: '0.8615', SGD: '0.0000059' });
  expect(readRates(Object.create({ CNY: 7 }))).toEqual({});
});
