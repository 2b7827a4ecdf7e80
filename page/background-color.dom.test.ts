import { describe, expect, test } from 'vitest';
import { one, show } from '../tests/dom/show.ts';
import { groundOf, isOpaque } from './background-color.ts';

describe('the color behind an element', () => {
  test.each([
    ['its own', 'background: #123456', '', 'rgb(18, 52, 86)'],
    ['that of the next ancestor that paints', '', 'background: #123456', 'rgb(18, 52, 86)'],
    [
      'not one that is nearly clear',
      'background: rgb(0 0 0 / 0.4)',
      'background: #fff',
      'rgb(255, 255, 255)',
    ],
    [
      'its own when it covers at least half',
      'background: rgb(0 0 0 / 0.5)',
      'background: #fff',
      'rgba(0, 0, 0, 0.5)',
    ],
    ['none where nothing is painted', '', '', ''],
  ])('is %s', (_what, own, around, color) => {
    show({ body: `<div style="${around}"><section><p style="${own}">text</p></section></div>` });
    expect(groundOf(one('p'))).toBe(color);
  });

  test('is none without an element', () => {
    expect(groundOf(null)).toBe('');
  });
});

test.each([
  ['black', true],
  ['#ffffff80', true],
  ['rgb(9 9 9 / 0.5)', true],
  ['rgb(9 9 9 / 0.49)', false],
  ['rgb(9 9 9 / 0.05)', false],
  ['#0000', false],
  ['transparent', false],
  ['rgb(1 2 0)', true],
  ['color(display-p3 0 1 0)', true],
  ['oklch(0.7 0.1 200)', true],
])('%s as the browser computes it can be seen: %s', (color, opaque) => {
  show({ body: `<p style="color: ${color}">text</p>` });
  expect(isOpaque(getComputedStyle(one('p')).color)).toBe(opaque);
});
