import { isOpaque } from './background-color.ts';

const DISPLACED = 999;

/**
 * Can this element's own box or style keep its text out of a reader's sight? Ancestors were asked before. News sites strew hidden
 * watermarks through their texts to spoil copies: in no size, no colour, the colour of the ground, clipped away, or far outside.
 * @param ground colour behind the text, as computed style tells it
 * @param frame where the whole text stands
 */
export function isHidden(
  element: Element,
  style: CSSStyleDeclaration,
  ground: string,
  frame: DOMRect,
): boolean {
  const { right, bottom, width, height } = element.getBoundingClientRect();
  const { color } = style;
  return (
    style.visibility !== 'visible' ||
    Number(style.opacity) < 0.1 ||
    Number(style.fontSize.slice(0, -2)) < 2 ||
    color === ground ||
    // Letters that are cut out of a picture are transparent too.
    (!isOpaque(color) && style.backgroundClip !== 'text') ||
    style.clip !== 'auto' ||
    /(inset\((50|100)%|circle\(0|matrix\(0, 0, 0, 0)/.test(style.clipPath + style.transform) ||
    (style.display !== 'inline' && Number(style.textIndent.slice(0, -2)) < -DISPLACED) ||
    right < frame.left - DISPLACED ||
    bottom < frame.top - DISPLACED ||
    (style.overflow !== 'visible' && (width < 2 || height < 2))
  );
}
