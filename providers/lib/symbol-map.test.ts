import { expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import { failed } from '../../core/sources/result.ts';
import { listCoins, readListing } from './symbol-map.ts';

test('a venue lists every coin that is not excluded, by its own names', () => {
  const { names, ids } = listCoins('\ntether okb\nleo-token\n', ({ symbol }) => `${symbol}-USDT`);
  const left = COINS.map(({ id }) => id).filter((id) => !names.has(id));
  expect(left.sort()).toEqual(['leo-token', 'okb', 'tether']);
  expect(names.get('bitcoin')).toBe('BTC-USDT');
  expect(ids.get('BTC-USDT')).toBe('bitcoin');
  expect(ids.size).toBe(names.size);
});

const IDS = new Map([['B', 'bitcoin']]);

test('a listing contains known coins; one without any is invalid', () => {
  expect(readListing(IDS, ['B', 7, null, 'X'])).toEqual({ ok: true, value: new Set(['bitcoin']) });
  expect(readListing(IDS, ['X'])).toEqual(failed('empty'));
  expect(readListing(IDS, [7, null])).toEqual(failed('bad-shape'));
  expect(readListing(IDS, [])).toEqual(failed('empty'));
});
