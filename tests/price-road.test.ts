import { expect, test } from 'vitest';
import { exists, readRepoFile } from './house.ts';

/** The steps of a quote, from the numbered list in ARCHITECTURE.md: file and export. */
const STOPS = [...readRepoFile('ARCHITECTURE.md').matchAll(/^(\d+)\. `([\w./-]+\.ts)` `(\w+)`/gm)].map(
  ([, place, file = '', name = '']) => ({ place: Number(place), file, name }),
);

test('a quote takes at most ten steps from `decode` to a row of the panel', () => {
  expect(STOPS.map(({ place }) => place)).toEqual(STOPS.map((_stop, index) => index + 1));
  expect(STOPS.length).toBeGreaterThan(1);
  expect(STOPS.length).toBeLessThanOrEqual(10);
  expect(STOPS[0]?.file).toMatch(/^providers\//);
  expect(STOPS.at(-1)?.file).toMatch(/^components\/overlay\//);
});

test.each(STOPS)('step $place is $name in $file', ({ file, name }) => {
  expect(exists(file)).toBe(true);
  expect(readRepoFile(file)).toMatch(new RegExp(`^export (async )?(function|const|class) ${name}\\b`, 'm'));
});
