import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { cutText, fieldsOf, goodEntries, goodItems, parseOr } from './schema-parts.ts';

const FIELDS = fieldsOf({ a: v.string(), b: v.string() });

test.each([
  [
    { a: 'x', b: 'y' },
    { a: 'x', b: 'y' },
  ],
  [
    { a: 'x', b: 'y', c: 'z' },
    { a: 'x', b: 'y' },
  ],
  [{ a: 'x' }, null],
  [{ a: 'x', b: 1 }, null],
  [Object.create({ a: 'x', b: 'y' }), null],
  [JSON.parse('{"__proto__": {"a": "x"}, "b": "y"}'), null],
  [null, null],
  [['x', 'y'], null],
])('fields no. %#', (raw, read) => {
  expect(parseOr(FIELDS, raw, null)).toEqual(read);
});

test('the result has the validated fields and no others', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ a: fc.string(), b: fc.anything(), c: fc.anything() })),
      (raw) => {
        const read = parseOr(FIELDS, raw, null);
        if (read) expect(Object.keys(read)).toEqual(['a', 'b']);
      },
    ),
  );
});

test('valid parts of a list or a table are kept', () => {
  expect(parseOr(goodItems(v.number()), [1, 'x', 2, null], [])).toEqual([1, 2]);
  // The limit is on the items checked, not on the items kept.
  expect(parseOr(goodItems(v.number(), 2), ['x', 1, 2], [])).toEqual([1]);
  expect(parseOr(goodItems(v.number()), { 0: 1, length: 1 }, [])).toEqual([]);
  const table = JSON.parse('{"a": 1, "b": "x", "__proto__": 3, "c d": 4, "constructor": 5}');
  const read = parseOr(goodEntries(v.number(), v.pipe(v.string(), v.regex(/^\w+$/))), table, {});
  expect(Object.entries(read)).toEqual([
    ['a', 1],
    ['constructor', 5],
  ]);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test('text is truncated, and anything else is empty', () => {
  expect([v.parse(cutText(3), 'abcd'), v.parse(cutText(3), 'ab'), v.parse(cutText(3), 5)]).toEqual([
    'abc',
    'ab',
    '',
  ]);
});

test('the fallback is the given one', () => {
  const fallback = { none: true };
  expect(parseOr(FIELDS, 5, fallback)).toBe(fallback);
});
