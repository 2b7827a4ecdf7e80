import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OVERLAY } from '../locales/overlay/index.ts';
import { COIN_BY_ID, COIN_LINES } from './catalogue.ts';
import { LANGUAGES } from './language.ts';
import { parseReference } from './reference.ts';

const stored = { coins: COIN_LINES, words: OVERLAY };

test('what the background stores is read as it was', () => {
  const read = parseReference(JSON.parse(JSON.stringify(stored)));
  expect(read?.words).toEqual(OVERLAY);
  expect(read?.coins).toEqual(COIN_BY_ID);
});

test.each([
  undefined,
  null,
  'x',
  [],
  {},
  { coins: COIN_LINES },
  { ...stored, words: [] },
  { ...stored, words: { en: OVERLAY.en } },
  { ...stored, words: { ...OVERLAY, en: 'Hot coins' } },
  { ...stored, words: { ...OVERLAY, en: { hotCoins: 5 } } },
  { ...stored, words: { ...OVERLAY, en: { hotCoins: null } } },
  { ...stored, words: { ...OVERLAY, en: { hotCoins: 'x'.repeat(201) } } },
  { ...stored, words: { ...OVERLAY, en: { ago: ['a', [['b'], [7]]] } } },
])('what is no reference is none: no. %#', (raw) => {
  expect(parseReference(raw)).toBeNull();
});

test('bad coins are left out, the words stay', () => {
  const read = parseReference({ ...stored, coins: ['bitcoin|BTC|Bitcoin', '<b>|X|x', 3] });
  expect([...(read?.coins.keys() ?? [])]).toEqual(['bitcoin']);
  expect(parseReference({ ...stored, coins: 'none' })?.coins.size).toBe(0);
});

test('any words that are read hold nothing but text', () => {
  const leavesOf = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(LANGUAGES.map((language) => [language, fc.object()]))),
      (words) => {
        const read = parseReference({ coins: [], words });
        for (const leaf of leavesOf(read?.words ?? {})) expect(leaf).toEqual(expect.any(String));
      },
    ),
  );
});
