import { describe, expect, test } from 'vitest';
import { one, show } from '../tests/dom/show.ts';
import { groundOf } from './background-color.ts';
import { isHidden } from './hidden.ts';

/** Whether the span of this style, in an ordinary article on white, counts as hidden. */
function isHiddenWith(style: string): boolean {
  show({
    body: `<article>One <span style="${style}">watermark</span> word.</article>`,
    css: 'article { margin: 1200px 0 0 1200px; width: 400px; background: #fff; color: #222; font: 16px/1.5 sans-serif }',
  });
  const span = one('span');
  return isHidden(span, getComputedStyle(span), groundOf(span), one('article').getBoundingClientRect());
}

describe('what a reader cannot see', () => {
  test.each([
    ['invisible', 'visibility: hidden'],
    ['collapsed', 'visibility: collapse'],
    ['wholly transparent', 'opacity: 0'],
    ['almost transparent', 'opacity: 0.09'],
    ['of no size', 'font-size: 0'],
    ['of one pixel', 'font-size: 1px'],
    ['just below two pixels', 'font-size: 1.9px'],
    ['in the color of the ground', 'color: #fff'],
    ['in no color', 'color: transparent'],
    ['in a color that is nearly clear', 'color: rgb(0 0 0 / 0.2)'],
    ['clipped to nothing, the old way', 'position: absolute; clip: rect(0 0 0 0)'],
    ['clipped to nothing from all sides', 'clip-path: inset(50%)'],
    ['clipped to nothing from one side', 'clip-path: inset(100% 0 0 0)'],
    ['clipped to a point', 'clip-path: circle(0)'],
    ['scaled to nothing', 'display: inline-block; transform: scale(0)'],
    ['indented out of the window', 'display: block; text-indent: -9999px'],
    ['far to the left of the text', 'position: relative; left: -2400px'],
    ['far above the text', 'position: relative; top: -2400px'],
    ['in a box of one pixel', 'display: inline-block; width: 1px; height: 1px; overflow: hidden'],
    ['in a box without height', 'display: block; height: 0; overflow: hidden'],
  ])('text %s', (_what, style) => {
    expect(isHiddenWith(style)).toBe(true);
  });
});

describe('what a reader can see', () => {
  test.each([
    ['ordinary', ''],
    ['of two pixels', 'font-size: 2px'],
    ['small', 'font-size: 9px'],
    ['pale', 'opacity: 0.1'],
    ['in a light gray', 'color: #eee'],
    ['half clear', 'color: rgb(0 0 0 / 0.5)'],
    [
      'cut out of a gradient',
      'color: transparent; background: linear-gradient(red, blue); background-clip: text',
    ],
    ['clipped a little', 'clip-path: inset(5%)'],
    ['turned', 'display: inline-block; transform: rotate(90deg)'],
    ['with a hanging indent', 'display: block; text-indent: -2em; padding-left: 2em'],
    ['inline, where an indent does nothing', 'text-indent: -9999px'],
    ['beside the text', 'position: relative; left: -500px'],
    [
      'in a box that hides what flows over',
      'display: inline-block; width: 80px; height: 20px; overflow: hidden',
    ],
    ['in a box of no height that lets it flow over', 'display: block; height: 0'],
  ])('text %s', (_what, style) => {
    expect(isHiddenWith(style)).toBe(false);
  });

  test('white text on a dark ground, and not black text there', () => {
    show({
      body: '<p style="background: #000"><b style="color: #fff">seen</b><i style="color: #000">not</i></p>',
    });
    const frame = one('p').getBoundingClientRect();
    const hidden = ['b', 'i'].map((name) =>
      isHidden(one(name), getComputedStyle(one(name)), groundOf(one(name)), frame),
    );
    expect(hidden).toEqual([false, true]);
  });
});

test('the distance that is too far counts from where the text begins, to the pixel', () => {
  show({
    body: '<article style="position: absolute; left: 2000px; top: 2000px; width: 300px">text</article><p>far</p>',
  });
  const frame = one('article').getBoundingClientRect();
  const at = (place: string): boolean => {
    one('p').setAttribute('style', `position: absolute; width: 100px; height: 20px; margin: 0; ${place}`);
    return isHidden(one('p'), getComputedStyle(one('p')), '', frame);
  };
  expect(at('left: 901px; top: 2000px')).toBe(false);
  expect(at('left: 900px; top: 2000px')).toBe(true);
  expect(at('left: 2000px; top: 981px')).toBe(false);
  expect(at('left: 2000px; top: 980px')).toBe(true);
});
