import { expect, test } from 'vitest';
import { isFound } from './search.ts';

test.each([
  ['bitcoin', 'btc'],
  ['bitcoin', ' ＢＴＣ '],
  ['bitcoin', '比特'],
  ['bitcoin', '比特幣'],
  ['bitcoin', '大饼'],
  ['vaulta', 'eos'],
  ['solana', 'SOLANA'],
  ['tron', ''],
])('%s is found by "%s"', (id, query) => expect(isFound(id, query)).toBe(true));

test('other queries do not match', () => {
  expect(isFound('bitcoin', 'zzzz')).toBe(false);
  expect(isFound('no-such-coin', 'btc')).toBe(false);
});
