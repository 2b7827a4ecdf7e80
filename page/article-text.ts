import { groundOf, isOpaque } from './background-color.ts';
import { isHidden } from './hidden.ts';

/** A block of the article as the reader sees it: its text nodes, in order. */
export type Passage = readonly Text[];

/** Time to work before waiting for the next idle period, in ms. */
const SLICE_MS = 3;
const MAX_ELEMENTS = 8_000;

const WHITE = 'rgb(255, 255, 255)';

/**
 * Elements that are not displayed need not be listed, except `noscript`: Chromium treats its content as inline text.
 */
const OTHER = 'nav,header,footer,aside,form,code,pre,noscript,svg,button,select,textarea,iframe,dialog';
/** Ids and class names of boxes outside the article. */
const BOXES = /(^|[\s_-])(ads?|advert\w*|sponsored|comments?|ticker|related)([\s_-]|$)/i;
/** Headings of the site's own price and flash news boxes. */
const PRICE_BOX = /热门币|熱門幣|币圈快讯|幣圈快訊|行情|(hot|trending) coins/i;

const idle = (): Promise<unknown> => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));

/** Whether an element is the heading of a price box. */
export function isPriceHeading(element: Element | null): boolean {
  const text = (/^h\d$/.test(`${element?.localName}`) && element?.textContent) || '';
  return text.length < 30 && PRICE_BOX.test(text);
}

/** Is this a part of the page beside the article: navigation, a form, an advertisement, a box of prices? */
const isAside = (element: Element): boolean =>
  element.matches(OTHER) ||
  BOXES.test(`${element.id} ${element.className}`) ||
  isPriceHeading(element.firstElementChild);

/** One reading of the page, on its way. */
interface Walk {
  readonly roots: readonly Element[];
  readonly now: () => number;
  readonly passages: Text[][];
  /** The passage that has begun. */
  open: Text[];
  /** Elements so far. */
  seen: number;
  /** The end of this go; and the place of the root being read, as of its beginning. */
  until: number;
  frame: DOMRect;
}

function closePassage(walk: Walk): void {
  if (walk.open.some(({ data }) => data.trim())) walk.passages.push(walk.open);
  walk.open = [];
}

/** @param ground what is painted behind the element */
async function visitElement(walk: Walk, element: Element, ground: string, root: Element): Promise<void> {
  walk.seen += 1;
  if (walk.now() > walk.until) {
    await idle();
    // The reader may have scrolled.
    walk.frame = root.getBoundingClientRect();
    walk.until = walk.now() + SLICE_MS;
  }
  const style = getComputedStyle(element);
  const { backgroundColor, display } = style;
  const behind = isOpaque(backgroundColor) ? backgroundColor : ground;
  if (walk.seen > MAX_ELEMENTS || display === 'none' || isHidden(element, style, behind, walk.frame)) return;
  const isBlock = !/^(inline|contents)/.test(display) || element.localName === 'br';
  if (isBlock) closePassage(walk);
  for (const child of [...element.childNodes]) {
    if (child instanceof Text) walk.open.push(child);
    // One root may stand in another: the headline.
    else if (child instanceof Element && !walk.roots.includes(child) && !isAside(child))
      await visitElement(walk, child, behind, root);
  }
  if (isBlock) closePassage(walk);
}

/**
 * Reads the visible text of some elements and their descendants in idle time. Does not change the page.
 * @param now returns the current time, ms
 * @returns the passages that are not blank
 */
export async function readPassages(roots: readonly Element[], now: () => number): Promise<Passage[]> {
  // The frame is measured at the first root.
  const walk: Walk = { roots, now, passages: [], open: [], seen: 0, until: 0, frame: new DOMRect() };
  for (const root of roots) {
    // Where nothing is painted the canvas shows: white, unless the text itself is.
    const canvas = getComputedStyle(root).color === WHITE ? '' : WHITE;
    walk.frame = root.getBoundingClientRect();
    await visitElement(walk, root, groundOf(root) || canvas, root);
    closePassage(walk);
  }
  return walk.passages;
}

/** Returns the text of a passage. `rangeIn` takes offsets into it. */
export const textOf = (passage: Passage): string => passage.map(({ data }) => data).join('');

/**
 * Returns the range of part of a passage's text; null if it is out of bounds. A static range costs the page nothing.
 */
export function rangeIn(passage: Passage, start: number, end: number): StaticRange | null {
  let before = 0;
  let from: Pick<StaticRangeInit, 'startContainer' | 'startOffset'> | undefined;
  for (const node of passage) {
    const after = before + node.length;
    if (start < after) from ??= { startContainer: node, startOffset: start - before };
    if (from && end <= after)
      return new StaticRange({ ...from, endContainer: node, endOffset: end - before });
    before = after;
  }
  return null;
}
