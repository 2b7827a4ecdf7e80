import { expect, test } from 'vitest';
import { parseJson } from './guards.ts';

test.each([
  ['{"a":[1,null]}', { a: [1, null] }],
  ['null', null],
  ['"text"', 'text'],
  ['', undefined],
  ['{"a":', undefined],
  ['<html>', undefined],
])('%s is %j', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});
