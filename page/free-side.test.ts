import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomBeside } from './free-side.ts';

const PANEL = 304;
/** A text column with just a position. */
const column = (left: number, right: number): Element =>
  ({ getBoundingClientRect: () => ({ left, right }) }) as Element;

test.each([
  ['a column in the middle of a wide window', column(400, 1100), 1500, 'right'],
  ['a column at the left', column(0, 800), 1300, 'right'],
  ['a column at the right', column(500, 1300), 1300, 'left'],
  ['exactly enough on the right', column(300, 664), 1000, 'right'],
  ['a pixel too little on the right, enough on the left', column(336, 665), 1000, 'left'],
  ['a column as wide as the window', column(0, 1300), 1300, null],
  ['a pixel too little on both sides', column(335, 965), 1300, null],
  ['a telephone', column(0, 100), 400, null],
  ['no column on a wide window', null, 1300, 'right'],
  ['no column on a narrow window', null, 600, null],
])('%s', (_what, element, windowWidth, side) => {
  expect(roomBeside(element, windowWidth, PANEL)).toBe(side);
});

test('the panel with its margins never covers the text', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3000 }),
      fc.nat({ max: 3000 }),
      fc.nat({ max: 3000 }),
      (left, width, windowWidth) => {
        const side = roomBeside(column(left, left + width), windowWidth, PANEL);
        if (side === 'right') expect(left + width + 16 + PANEL + 16).toBeLessThanOrEqual(windowWidth);
        if (side === 'left') expect(16 + PANEL + 16).toBeLessThanOrEqual(left);
        if (side === null && windowWidth >= 2 * (PANEL + 32)) {
          expect(Math.max(left, windowWidth - left - width)).toBeLessThan(PANEL + 32);
        }
      },
    ),
  );
});
