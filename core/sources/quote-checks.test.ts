import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quote } from '../market/quote.ts';
import {
  digestOf,
  disagree,
  isPlausible,
  isRecent,
  isStalled,
  jumped,
  resolveConflict,
  stuckCoins,
} from './quote-checks.ts';

const NOW = 1_760_000_000_000;
const MINUTE = 60_000;
const quote = (last: string, source = 'binance', over: Partial<Quote> = {}): Quote => ({
  last,
  change24h: null,
  source,
  at: NOW,
  ...over,
});

test.each([
  ['105239.09', true],
  ['0.0000006234', true],
  ['0.000000000000001', true],
  ['100000000', true],
  ['0', false],
  ['-1', false],
  ['0.0000000000000001', false],
  ['100000000.01', false],
  ['1000000000000000000000000000000', false],
])('a price of %s is plausible: %s', (last, can) => {
  expect(isPlausible({ last })).toBe(can);
});

test('a quote is recent up to the maximum age of its source, to the millisecond', () => {
  expect(isRecent({ at: NOW - 300_000 }, 300_000, NOW)).toBe(true);
  expect(isRecent({ at: NOW - 300_001 }, 300_000, NOW)).toBe(false);
});

describe('two prices', () => {
  test.each([
    ['100', '102', false],
    ['102', '100', false],
    ['100', '102.0001', true],
    ['0.00001', '0.0000103', true],
    ['105239.09', '105240', false],
    ['1', '1000', true],
  ])('%s and %s disagree: %s', (a, b, is) => {
    expect(disagree({ last: a }, { last: b })).toBe(is);
  });

  test('disagree in either order', () => {
    const price = fc.integer({ min: 1, max: 1e9 }).map((cents) => ({ last: String(cents / 100) }));
    fc.assert(fc.property(price, price, (a, b) => disagree(a, b) === disagree(b, a)));
  });

  test.each([
    ['100', '120', false],
    ['120', '100', false],
    ['100', '120.01', true],
    ['100', '79', true],
    ['105239090', '105239.09', true],
  ])('%s after %s is a jump: %s', (fresh, before, is) => {
    expect(jumped({ last: fresh }, { last: before })).toBe(is);
  });

  test('the first price of a coin is no jump', () => expect(jumped({ last: '1' }, undefined)).toBe(false));
});

describe('an unchanged price', () => {
  const past = { at: NOW - MINUTE };
  const before = {
    a: quote('1', 'binance', past),
    b: quote('2', 'binance', past),
    c: quote('3', 'binance', past),
  };
  const still = quote('1', 'binance', { at: NOW, unchangedSince: NOW - 10 * MINUTE });

  test('is stuck after ten minutes, while most others moved', () => {
    const now = new Map([
      ['a', still],
      ['b', quote('2.1')],
      ['c', quote('3.1')],
    ]);
    expect(stuckCoins(now, before)).toEqual(['a']);
  });

  test('is not stuck before', () => {
    const now = new Map([
      ['a', { ...still, unchangedSince: NOW - 9 * MINUTE }],
      ['b', quote('2.1')],
      ['c', quote('3.1')],
    ]);
    expect(stuckCoins(now, before)).toEqual([]);
  });

  test('is not stuck while the whole market is unchanged', () => {
    const now = new Map([
      ['a', still],
      ['b', quote('2')],
      ['c', quote('3.1')],
    ]);
    expect(stuckCoins(now, before)).toEqual([]);
  });

  test('is not judged if it is rarely requested', () => {
    const now = new Map([
      ['a', still],
      ['b', quote('2.1')],
      ['c', quote('3.1')],
    ]);
    expect(stuckCoins(now, { ...before, a: quote('1', 'binance', { at: NOW - 5 * MINUTE }) })).toEqual([]);
  });

  test('is not judged if it is from another source than before', () => {
    const now = new Map([
      ['a', { ...still, source: 'okx' }],
      ['b', quote('2.1')],
      ['c', quote('3.1')],
    ]);
    expect(stuckCoins(now, before)).toEqual([]);
  });
});

describe('of several quotes', () => {
  test('a single one is used unchanged', () => expect(resolveConflict([quote('5')])).toEqual(quote('5')));

  test('the first is used if the second confirms it', () => {
    expect(resolveConflict([quote('100'), quote('101', 'okx')])).toEqual(quote('100'));
  });

  test('the second is used if the third confirms it against the first', () => {
    expect(resolveConflict([quote('1000'), quote('1', 'okx'), quote('1.01', 'gate')])).toEqual(
      quote('1', 'okx'),
    );
  });

  test('the first is used and marked as disputed if no two agree', () => {
    expect(resolveConflict([quote('100'), quote('200', 'okx'), quote('300', 'gate')])).toEqual({
      ...quote('100'),
      disputedBy: 'okx',
    });
  });

  test('an earlier mark is removed once two agree', () => {
    expect(resolveConflict([quote('100', 'binance', { disputedBy: 'okx' }), quote('100', 'okx')])).toEqual(
      quote('100'),
    );
  });

  test('an absurd price never wins against two that agree, in any order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.integer({ min: 2, max: 100_000 }), (place, factor) => {
        const quotes = [quote('10', 'okx'), quote('10.1', 'gate')];
        quotes.splice(place, 0, quote(String(10 * factor), 'binance'));
        const [first, ...rest] = quotes;
        if (first) expect(['10', '10.1']).toContain(resolveConflict([first, ...rest]).last);
      }),
    );
  });
});

test('stablecoins may be unchanged', () => {
  const still = quote('1', 'binance', { unchangedSince: NOW - 60 * MINUTE });
  const before = { 'usd-coin': quote('1'), b: quote('2'), c: quote('3') };
  expect(
    stuckCoins(
      new Map([
        ['usd-coin', still],
        ['b', quote('2.1')],
        ['c', quote('3.1')],
      ]),
      before,
    ),
  ).toEqual([]);
});

describe('a source without timestamps', () => {
  const prices = (moved: number, count = 12) =>
    new Map(
      Array.from(
        { length: count },
        (_, index) => [`coin-${index}`, quote(index < moved ? '99' : `${index + 1}`)] as const,
      ),
    );

  test('has stalled when none of many prices has changed for three minutes', () => {
    const first = digestOf(prices(0), undefined, NOW);
    if (!first) throw new Error('no digest');
    const later = digestOf(prices(0), first, NOW + 3 * MINUTE);
    expect(later).toEqual(first);
    expect(isStalled(first, NOW + 3 * MINUTE)).toBe(true);
    expect(isStalled(first, NOW + 3 * MINUTE - 1)).toBe(false);
  });
  test('has not stalled if one has', () => {
    const first = digestOf(prices(0), undefined, NOW) ?? undefined;
    expect(digestOf(prices(1), first, NOW + MINUTE)?.since).toBe(NOW + MINUTE);
  });
  test('is not judged by a few prices', () => expect(digestOf(prices(0, 9), undefined, NOW)).toBeNull());
});
