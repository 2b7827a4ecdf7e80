import { expect, test } from 'vitest';
import { one, show } from '../tests/dom/show.ts';
import { all } from './query-all.ts';

const idsOf = (elements: readonly Element[]): string[] => elements.map(({ id }) => id);

test('elements come in document order, whatever the order of the selectors', () => {
  show({ body: '<p id="a"></p><h2 id="b"></h2><p id="c"></p>' });
  expect(idsOf(all('h2,p'))).toEqual(['a', 'b', 'c']);
});

test('the search can be kept to one element, which is not found itself', () => {
  show({ body: '<div id="in"><div id="a"></div></div><div id="b"></div>' });
  expect(idsOf(all('div', one('#in')))).toEqual(['a']);
});

test('the result is a list of its own: what the page adds later is not in it', () => {
  show({ body: '<p id="a"></p>' });
  const found = all('p');
  document.body.append(document.createElement('p'));
  expect(found).toHaveLength(1);
  expect(all('nothing-of-this-name')).toEqual([]);
});
