import { isOpaque } from './background-color.ts';

const OFFSCREEN_PX = 999;

/**
 * Whether an element's own box or style hides its text from the reader. Ancestors are checked by the caller. News sites
 * insert hidden watermarks that show up in copied text: zero size, transparent, in the background color, clipped,
 * or off-screen.
 * @param ground computed color behind the text
 * @param frame bounding box of the whole text
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
    // Text clipped from a background image is transparent too.
    (!isOpaque(color) && style.backgroundClip !== 'text') ||
    style.clip !== 'auto' ||
    /(inset\((50|100)%|circle\(0|matrix\(0, 0, 0, 0)/.test(style.clipPath + style.transform) ||
    (style.display !== 'inline' && Number(style.textIndent.slice(0, -2)) < -OFFSCREEN_PX) ||
    right < frame.left - OFFSCREEN_PX ||
    bottom < frame.top - OFFSCREEN_PX ||
    (style.overflow !== 'visible' && (width < 2 || height < 2))
  );
}
