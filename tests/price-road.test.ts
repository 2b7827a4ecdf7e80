import { expect, test } from 'vitest';
import { exists, readRepoFile } from './house.ts';

/** The stops of a quote, out of the numbered list in ARCHITECTURE.md: file and what it exports. */
const STOPS = [...readRepoFile('ARCHITECTURE.md').matchAll(/^(\d+)\. `([\w./-]+\.ts)` `(\w+)`/gm)].map(
  ([, place, file = '', name = '']) => ({ place: Number(place), file, name }),
);

test('a quote walks from `decode` to a row on the panel in at most ten stops', () => {
  expect(STOPS.map(({ place }) => place)).toEqual(STOPS.map((_stop, index) => index + 1));
  expect(STOPS.length).toBeGreaterThan(1);
  expect(STOPS.length).toBeLessThanOrEqual(10);
  expect(STOPS[0]?.file).toMatch(/^providers\//);
  expect(STOPS.at(-1)?.file).toMatch(/^components\/overlay\//);
});

test.each(STOPS)('stop $place is $name in $file', ({ file, name }) => {
  expect(exists(file)).toBe(true);
  expect(readRepoFile(file)).toMatch(new RegExp(`^export (async )?(function|const|class) ${name}\\b`, 'm'));
});
