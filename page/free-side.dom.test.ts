import { expect, test } from 'vitest';
import { one, show } from '../tests/dom/show.ts';
import { roomBeside } from './free-side.ts';

test.each([
  ['in the middle', 'margin: 0 auto; width: 500px', 'right'],
  ['at the right', 'margin: 0 0 0 auto; width: 700px', 'left'],
  ['over the whole width', '', null],
  // Padding is the column's own: no text is there, but its box is what counts.
  ['with a wide padding', 'box-sizing: border-box; padding: 0 400px', null],
  ['that overflows its parent to the right', 'width: 1300px', null],
])('a column %s of a window of 1200 px', (_where, style, side) => {
  show({
    body: `<div style="width: 1200px"><article style="${style}">text</article></div>`,
    css: 'body { margin: 0 }',
  });
  expect(roomBeside(one('article'), 1200, 300)).toBe(side);
});

test('a column counts by where it is in the window when the page is scrolled sideways', () => {
  show({
    body: '<article style="width: 700px; margin-right: 2000px">text</article>',
    css: 'body { margin: 0; width: 2700px }',
  });
  expect(roomBeside(one('article'), 1000, 300)).toBeNull();
  scrollTo(100, 0);
  expect(roomBeside(one('article'), 1000, 300)).toBe('right');
});
