import { describe, expect, test } from 'vitest';
import { goTo, one, show } from '../tests/dom/show.ts';
import { findArticle } from './article.ts';

const ARTICLE = '/news/2026/11/24/bitcoin-rises-again/';
const CLAIM = '<meta property="og:type" content="article">';
const prose = (length: number): string =>
  'Coins rise. '.repeat(length).slice(0, length).trimEnd().padEnd(length, '.');
const paragraphs = (...lengths: number[]): string =>
  lengths.map((length) => `<p>${prose(length)}</p>`).join('');

/** The id of the element that holds the article of a page. */
function foundIn(body: string, { head = '', address = ARTICLE } = {}): string | undefined {
  goTo(address);
  show({ body, head });
  return findArticle()?.id;
}

describe('a page is an article', () => {
  const body = `<main id="main">${paragraphs(200, 200)}</main>`;

  test('when its address looks like one and there is enough prose', () => {
    expect(foundIn(body)).toBe('main');
  });

  test('when it claims to be one, whatever its address', () => {
    expect(foundIn(body, { head: CLAIM, address: '/about' })).toBe('main');
  });

  test('not when neither address nor claim says so', () => {
    expect(foundIn(body, { address: '/about' })).toBeUndefined();
    expect(
      foundIn(body, { head: '<meta property="og:type" content="website">', address: '/' }),
    ).toBeUndefined();
  });
});

describe('the length at which prose begins to be an article', () => {
  test.each([
    ['300 characters are enough', 300, 'main'],
    ['299 are not', 299, undefined],
  ])('%s', (_what, length, found) => {
    expect(foundIn(`<main id="main">${paragraphs(length)}</main>`)).toBe(found);
  });

  test.each([
    ['300 characters are enough without paragraphs', 300, 'text'],
    ['299 are not', 299, undefined],
  ])('%s', (_what, length, found) => {
    expect(foundIn(`<article id="text">${prose(length)}</article>`)).toBe(found);
  });

  test('white space around the text does not count', () => {
    const space = ' \n'.repeat(400);
    expect(foundIn(`<main id="main"><p>${space}${prose(299)}${space}</p></main>`)).toBeUndefined();
    expect(foundIn(`<article id="text">${space}${prose(299)}${space}</article>`)).toBeUndefined();
  });

  test.each([
    ['paragraphs of 40 characters count', 40, 'main'],
    ['those of 39 are captions and buttons', 39, undefined],
  ])('%s', (_what, length, found) => {
    expect(foundIn(`<main id="main">${paragraphs(...Array<number>(10).fill(length))}</main>`)).toBe(found);
  });
});

describe('the text column', () => {
  test('is the parent of most of the prose, not of most of the paragraphs', () => {
    const body = `<aside id="side">${paragraphs(50, 50, 50, 50, 50, 50, 50)}</aside><div id="column">${paragraphs(400)}</div>`;
    expect(foundIn(body)).toBe('column');
  });

  test('is the innermost element: what wraps it and the boxes beside it is left out', () => {
    const body = `<article id="outer"><p>${prose(60)}</p><div id="column">${paragraphs(200, 150)}</div></article>`;
    expect(foundIn(body)).toBe('column');
  });

  test('is not put together from several columns that are each too short', () => {
    expect(foundIn(`<div>${paragraphs(200)}</div><div>${paragraphs(200)}</div>`)).toBeUndefined();
  });

  test('without paragraphs is what the page marks as the article’s body', () => {
    const text = prose(500);
    expect(foundIn(`<div id="body" itemprop="articleBody">${text}<br><br>${text}</div>`)).toBe('body');
    expect(foundIn(`<div id="plain">${text}<br><br>${text}</div>`)).toBeUndefined();
  });
});

test('looking for the article changes nothing of the page', () => {
  foundIn(`<main id="main">${paragraphs(200, 200)}</main>`);
  const before = one('main').outerHTML;
  findArticle();
  expect(one('main').outerHTML).toBe(before);
});
