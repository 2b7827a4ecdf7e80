import { expect, test } from 'vitest';
import { APP, DATA } from '../../locales/index.ts';
import { isIn, translationsOf } from './match-options.ts';

const known = translationsOf([
  { a: 'Watchlist', b: { c: ['Fee', 'None'], d: () => 'x' } },
  { a: '自选', b: { c: ['费用', '无'], d: () => 'y' } },
]);

test.each([
  ['', true],
  ['  ', true],
  ['list', true],
  ['WATCH', true],
  ['ｗａｔｃｈ', true],
  ['自选', true],
  ['list watch', true],
  ['list 自选', true],
  ['fee', false],
  ['list fee', false],
])('"%s" in the text of a field: %s', (query, found) => {
  expect(isIn(['  Watchlist '], query, known)).toBe(found);
});

test('lists and groups have translations too, composed sentences have none', () => {
  expect(isIn(['费用'], 'fee', known)).toBe(true);
  expect(isIn(['x'], 'y', known)).toBe(false);
  expect(isIn([], 'x', known)).toBe(false);
});

test('the strings of the page are found in every language', () => {
  const words = translationsOf([Object.values(APP), Object.values(DATA)].flat());
  const all = translationsOf(
    (['en', 'zh-Hans', 'zh-Hant'] as const).map((language) => ({ ...APP[language], data: DATA[language] })),
  );
  expect(words.size).toBeGreaterThan(100);
  const { watchlist } = APP['zh-Hant'].options.fields;
  for (const query of ['watchlist', '自选', '自選']) expect(isIn([watchlist], query, all)).toBe(true);
  expect(isIn([DATA.en.diagnostics.title], '诊断', all)).toBe(true);
});
