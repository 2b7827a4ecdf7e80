import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMarked } from './markup.ts';
import { add, type Figures, type Measured, measure, precisionOf, recallOf } from './measure.ts';
import { SENSES } from './senses.ts';
import { SENTENCES } from './sentences.ts';

const FOLDER = new URL('articles/', import.meta.url);
const LEAST = 0.97;

const sentences = [...SENTENCES, ...SENSES].map((sentence) => measure(readMarked(sentence)));
const articles = readdirSync(FOLDER).map((name) => ({
  name,
  ...measure(readMarked(readFileSync(new URL(name, FOLDER), 'utf8'))),
}));

const row = (name: string, figures: Figures): string =>
  [
    name.padEnd(28),
    ...[figures.right, figures.wrong, figures.missed].map((count) => String(count).padStart(6)),
    ...[precisionOf(figures), recallOf(figures)].map((share) => `${(share * 100).toFixed(1)} %`.padStart(9)),
  ].join('');

test('the corpus has its minimum size', () => {
  const inLanguage = (language: string): number =>
    articles.filter(({ name }) => name.includes(language)).length;
  expect(sentences.length).toBeGreaterThanOrEqual(60);
  expect(
    [inLanguage('zh-hans'), inLanguage('zh-hant'), inLanguage('en-')]
      .map((count, at) => count - ([5, 3, 4][at] ?? 0))
      .every((more) => more >= 0),
  ).toBe(true);
});

test.each([
  ['sentences', sentences],
  ['articles', articles],
  ['all', [...sentences, ...articles]],
] satisfies [string, Measured[]][])(
  'mentions in %s: precision and recall by exact span',
  (name, measured) => {
    const total = add(measured);
    const lines = name === 'articles' ? articles.map((one) => row(one.name, one)) : [];
    const differences = name === 'all' ? [] : measured.flatMap((one) => one.differences);
    console.log([row(name, total), ...lines, ...differences].join('\n'));
    expect(precisionOf(total)).toBeGreaterThanOrEqual(LEAST);
    expect(recallOf(total)).toBeGreaterThanOrEqual(LEAST);
  },
);
