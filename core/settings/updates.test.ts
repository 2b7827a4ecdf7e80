import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_WATCHED } from './page-settings.ts';
import { DEFAULT_SETTINGS, parseSettings } from './settings.ts';
import { inOrder, mirroring, moved, switching, watching } from './updates.ts';

const watchlistAfter = (watchlist: readonly string[], id: string, on: boolean) =>
  watching(id, on)({ ...DEFAULT_SETTINGS, watchlist }).watchlist;

test('a watched coin is appended once, and can be removed', () => {
  expect(watchlistAfter(['tron'], 'bitcoin', true)).toEqual(['tron', 'bitcoin']);
  expect(watchlistAfter(['bitcoin', 'tron'], 'bitcoin', true)).toEqual(['bitcoin', 'tron']);
  expect(watchlistAfter(['bitcoin', 'tron'], 'bitcoin', false)).toEqual(['tron']);
});

test('a full watchlist accepts no more coins, so that it stays readable', () => {
  const full = Array.from({ length: MAX_WATCHED }, (_none, index) => `coin-${index}`);
  const watchlist = watchlistAfter(full, 'bitcoin', true);
  expect(parseSettings({ ...DEFAULT_SETTINGS, watchlist }).problem).toBeNull();
  expect(watchlist).toEqual(full);
});

test('moving keeps all members, and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a'], 'x', 1)).toEqual(['a']);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.nat(), fc.constantFrom(-1, 1), (list, index, by) => {
      const next = moved(list, list[index % Math.max(1, list.length)] ?? '', by as -1 | 1);
      expect([...next].sort()).toEqual([...list].sort());
    }),
  );
});

test('sources in the reader’s order come first, then the others', () => {
  const sources = ['a', 'b', 'c'].map((id) => ({ id }));
  const ids = (order: readonly string[]) => inOrder(sources, order).map(({ id }) => id);
  expect(ids([])).toEqual(['a', 'b', 'c']);
  expect(ids(['c', 'gone', 'a'])).toEqual(['c', 'a', 'b']);
});

describe('switching a source', () => {
  const off = (sourcesOff: readonly string[], id: string, on: boolean) =>
    switching(id, on, ['a', 'b'])({ ...DEFAULT_SETTINGS, sourcesOff }).sourcesOff;

  test('off and on', () => {
    expect(off([], 'a', false)).toEqual(['a']);
    expect(off(['a', 'x'], 'a', true)).toEqual(['x']);
  });

  test('the last of its kind stays on, whatever else is off', () => {
    expect(off(['a', 'x'], 'b', false)).toEqual(['a', 'x']);
  });
});

test('a mirror is set, replaced and removed', () => {
  const after = (mirrors: Readonly<Record<string, string>>, address: string) =>
    mirroring('okx', address)({ ...DEFAULT_SETTINGS, mirrors }).mirrors;
  expect(after({ gate: 'https://g.example.org' }, 'https://a.example.org')).toEqual({
    gate: 'https://g.example.org',
    okx: 'https://a.example.org',
  });
  expect(after({ okx: 'https://a.example.org' }, 'https://b.example.org')).toEqual({
    okx: 'https://b.example.org',
  });
  expect(after({ okx: 'https://a.example.org' }, '')).toEqual({});
});
