import { describe, expect, test } from 'vitest';
import type { DateHint } from '../core/article/article-types.ts';
import { one, show } from '../tests/dom/show.ts';
import { readDates } from './dates.ts';

/** What a page says of its date, as `from name value`. */
function hintsOf({ head = '', body = '' }): string[] {
  show({ head, body: body || '<article></article>' });
  return readDates(one('article'), document.querySelector('h1')).map(written);
}
const written = ({ from, name, value }: DateHint): string => [from, name, value].filter(Boolean).join(' ');
const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;

describe('structured data', () => {
  test('is read at any depth', () => {
    const head = jsonLd(
      '{"@graph":[{"x":{"datePublished":"2026-11-24T08:00:00Z","dateCreated" : "2026-11-23"}}]}',
    );
    expect(hintsOf({ head })).toEqual([
      'json-ld datePublished 2026-11-24T08:00:00Z',
      'json-ld dateCreated 2026-11-23',
    ]);
  });

  test('is read although it is not quite JSON', () => {
    expect(hintsOf({ head: jsonLd('{"text":"a\nb", "datePublished":"2026-11-24",}') })).toEqual([
      'json-ld datePublished 2026-11-24',
    ]);
  });

  test('counts by the first of each name: later ones belong to other articles', () => {
    const head =
      jsonLd('[{"datePublished":"2026-11-24"},{"datePublished":"2020-01-01"}]') +
      jsonLd('{"datePublished":"2019-01-01"}');
    expect(hintsOf({ head })).toEqual(['json-ld datePublished 2026-11-24']);
  });

  test('of other scripts, names and absurd lengths is left out', () => {
    const head = `<script type="text/plain">{"datePublished":"2026-11-24"}</script>${jsonLd(
      `{"dateModified":"2026-11-25","datePublished":"${'9'.repeat(61)}","dateCreated":"123"}`,
    )}`;
    expect(hintsOf({ head })).toEqual([]);
  });
});

describe('metas', () => {
  test('of any name that speaks of a date are read, each name once', () => {
    const head = `
      <meta property="article:published_time" content="2026-11-24T08:00:00Z">
      <meta name="pubdate" content="20261124"><meta name="pubdate" content="20200101">
      <meta name="Publish-Date" content="24 Nov 2026">`;
    expect(hintsOf({ head })).toEqual([
      'meta article:published_time 2026-11-24T08:00:00Z',
      'meta pubdate 20261124',
      'meta Publish-Date 24 Nov 2026',
    ]);
  });

  test('of other names, and empty ones, are not', () => {
    const head = '<meta name="author" content="2026"><meta name="date"><meta charset="utf-8">';
    expect(hintsOf({ head })).toEqual([]);
  });
});

describe('what the page shows', () => {
  test('the first <time> of the article, and short texts near the headline', () => {
    const body = `<main><header><h1>Head</h1></header><p class="by">By A, 24 Nov 2026</p><p>${'long '.repeat(20)}</p></main>
      <article><time datetime="2026-11-24T08:00Z">yesterday</time><time datetime="2020-01-01">once</time></article>
      <footer><p>2 Jan 2020</p></footer>`;
    expect(hintsOf({ body })).toEqual(['time 2026-11-24T08:00Z', 'text By A, 24 Nov 2026']);
  });

  test('without a headline it is looked for in the article', () => {
    expect(hintsOf({ body: '<article><p>2026-11-24 08:00</p></article><p>elsewhere</p>' })).toEqual([
      'text 2026-11-24 08:00',
    ]);
  });

  test('texts are trimmed, those of 80 characters and more left out, and equal ones kept', () => {
    const body = `<article><p>  today </p><p>today</p><p>${'x'.repeat(79)}</p><p>${'x'.repeat(80)}</p></article>`;
    expect(hintsOf({ body })).toEqual(['text today', 'text today', `text ${'x'.repeat(79)}`]);
  });

  test('sixty elements near the headline are looked at, no more', () => {
    const body = `<article>${Array.from({ length: 70 }, (_, index) => `<p>${index}</p>`).join('')}</article>`;
    expect(hintsOf({ body }).at(-1)).toBe('text 59');
  });
});
