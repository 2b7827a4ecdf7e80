import { describe, expect, test } from 'vitest';
import { failed } from '../../core/sources/result.ts';
import { type RowReader, readDollarTickers, readTickers } from './read-tickers.ts';

const AT = 1_760_000_000_000;
const COINS = new Map([
  ['B', 'bitcoin'],
  ['B2', 'bitcoin'],
  ['E', 'ethereum'],
  ['7', 'solana'],
  ['T', 'tether'],
]);
const READER: RowReader = {
  source: 'test',
  key: 'name',
  coins: COINS,
  fields: ({ price, at }) => ({ last: price, change24h: null, at: Number(at), volume24h: undefined }),
};
const read = (rows: readonly unknown[], ids = ['bitcoin', 'ethereum', 'solana']) => {
  const decoded = readTickers(READER, rows, ids, AT);
  return decoded.ok ? [...decoded.value.quotes].map(([id, { last }]) => [id, last]) : decoded;
};

describe('rows', () => {
  test('of requested coins are read, with string or numeric names', () => {
    const rows = [{ name: 'E', price: 2 }, { name: 7, price: '3' }, { name: 'X', price: 9 }, null, 'B', {}];
    expect(read(rows)).toEqual([
      ['ethereum', '2'],
      ['solana', '3'],
    ]);
    expect(read(rows, ['solana'])).toEqual([['solana', '3']]);
  });

  test.each([
    ['the younger', 5, 4, '1'],
    ['the newer, which is last', 4, 5, '2'],
    ['the last of the same age', 5, 5, '2'],
  ])('of a duplicate coin count as %s', (_what, first, second, last) => {
    const rows = [
      { name: 'B', price: 1, at: first },
      { name: 'B2', price: 2, at: second },
    ];
    expect(read(rows)).toEqual([['bitcoin', last]]);
  });

  test('inherit nothing from a prototype', () => {
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

describe('rows in dollars', () => {
  const ALL = ['bitcoin', 'tether'];
  const dollars: RowReader = {
    ...READER,
    fields: ({ price, traded }) => ({ last: price, change24h: null, at: AT, volume24h: traded }),
  };
  const decoded = (rows: readonly unknown[], usdtUsd?: string, ids = ALL) => {
    const result = readDollarTickers(dollars, rows, ids, AT, usdtUsd);
    if (!result.ok) return result;
    const { quotes, ...rest } = result.value;
    return [[...quotes].map(([id, { last, volume24h }]) => [id, last, volume24h]), rest];
  };
  const bitcoin = { name: 'B', price: 6, traded: '12' };

  test('are converted to USDT with the row of USDT, whose own price is one', () => {
    const usdt = { name: 'T', price: '0.5', traded: 3 };
    for (const rows of [
      [bitcoin, usdt],
      [usdt, null, bitcoin],
    ]) {
      expect(decoded(rows, '3')).toEqual([
        expect.arrayContaining([
          ['bitcoin', '12', '24'],
          ['tether', '1', '6'],
        ]),
        { usdtUsd: '0.5' },
      ]);
    }
    expect(decoded([bitcoin, usdt], '3', ['bitcoin'])).toEqual([
      [['bitcoin', '12', '24']],
      { usdtUsd: '0.5' },
    ]);
  });

  test.each([
    ['as last known', '3', '2', '4'],
    ['one for one if it is unknown', undefined, '6', '12'],
  ])('without a price of USDT: %s', (_what, usdtUsd, last, volume24h) => {
    for (const more of [[], [{ name: 'T', price: 0 }], [{ name: 'T' }]]) {
      expect(decoded([bitcoin, ...more], usdtUsd)).toEqual([[['bitcoin', last, volume24h]], {}]);
    }
  });

  test('of two rows of USDT the first is used', () => {
    const rows = [bitcoin, { name: 'T', price: '2' }, { name: 'T', price: '3' }];
    expect(decoded(rows, undefined, ['bitcoin'])).toEqual([[['bitcoin', '3', '6']], { usdtUsd: '2' }]);
  });

  test('fail in the same way as other rows', () => {
    expect(decoded([{ name: 'T', price: 1 }], '1', ['bitcoin'])).toEqual(failed('empty'));
    expect(decoded([{ name: 'B', price: 'x' }], '1')).toEqual(failed('bad-shape'));
  });
});
