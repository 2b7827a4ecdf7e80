import { describe, expect, test } from 'vitest';
import { NEW_HOST } from './host-health.ts';
import type { Provider } from './price-source.ts';
import { orderSources, sourcesOn, withMirror } from './source-order.ts';

const source = (id: string): Provider => ({
  id,
  label: id,
  origins: [`https://api.${id}.example`, `https://spare.${id}.example`],
  scope: 'batch',
  limit: { requests: 1, perMs: 1 },
  freshMs: 1,
  covers: () => true,
  request: () => '/',
  decode: () => ({ ok: false, failure: { kind: 'empty' } }),
});
const SOURCES = ['a', 'b', 'c'].map(source);
const NO_CHOICE = { sourceOrder: [], sourcesOff: [], mirrors: {} };
const ids = (settings: object, hosts: Parameters<typeof orderSources>[2] = {}): string[] =>
  orderSources(SOURCES, { ...NO_CHOICE, ...settings }, hosts).map(({ id }) => id);
const failing = (host: string, share: number) => ({ [host]: { ...NEW_HOST, failing: share } });

describe('the order of sources', () => {
  test('is the bundled one', () => expect(ids({})).toEqual(['a', 'b', 'c']));
  test('begins with the reader’s choice', () =>
    expect(ids({ sourceOrder: ['c', 'gone'] })).toEqual(['c', 'a', 'b']));
  test('leaves out sources that are switched off', () =>
    expect(ids({ sourcesOff: ['a'] })).toEqual(['b', 'c']));
  test('ignores the choice if all are switched off', () => {
    expect(ids({ sourcesOff: ['a', 'b', 'c'] })).toEqual(['a', 'b', 'c']);
    expect(sourcesOn(SOURCES, ['a', 'b', 'c'])).toEqual(SOURCES);
  });
  test('puts sources that mostly fail last, except the reader’s choice', () => {
    const hosts = { ...failing('api.a.example', 0.6), ...failing('spare.a.example', 0.9) };
    expect(ids({}, hosts)).toEqual(['b', 'c', 'a']);
    expect(ids({ sourceOrder: ['a'] }, hosts)).toEqual(['a', 'b', 'c']);
  });
  test('keeps the place of a source with one good host', () => {
    expect(ids({}, failing('api.a.example', 1))).toEqual(['a', 'b', 'c']);
  });
});

test('a mirror replaces all hosts of its own source only', () => {
  const mirrors = { b: 'https://mirror.example/b' };
  expect(SOURCES.map((one) => withMirror(one, mirrors).origins[0])).toEqual([
    'https://api.a.example',
    'https://mirror.example/b',
    'https://api.c.example',
  ]);
  expect(withMirror(source('b'), mirrors).origins).toEqual(['https://mirror.example/b']);
  expect(withMirror(source('constructor'), mirrors).origins).toHaveLength(2);
});
