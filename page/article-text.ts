import { isHidden } from './hidden.ts';

/** A block of the article as a reader sees it: its text nodes, in order. */
export type Passage = readonly Text[];

/** Elements that are looked at in one go; about a millisecond. */
const SLICE = 60;
const MOST_ELEMENTS = 8_000;
const MOST_PASSAGES = 3_000;

const OTHER =
  'nav,header,footer,aside,form,code,pre,script,style,noscript,template,svg,button,select,textarea,iframe,dialog';
/** What boxes that are not the article call themselves. */
const BOXES =
  /(^|[\s_-])(ads?|advert\w*|sponsor\w*|promo\w*|comments?|ticker\w*|related|recommend\w*|share|social|newsletter|subscribe|widget)([\s_-]|$)/i;
/** The site's own prices and flashes. */
export const PRICE_BOX =
  /热门币种|熱門幣種|热门币|币圈快讯|幣圈快訊|行情|hot coins|trending coins|market prices/i;

const resting = (): Promise<unknown> => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));

const isBox = (element: Element): boolean => {
  const first = element.firstElementChild;
  return (
    element.matches(OTHER) ||
    BOXES.test(`${element.id} ${element.getAttribute('class')}`) ||
    (/^H[1-6]$/.test(first?.nodeName ?? '') && isPriceHeading(first))
  );
};

/** Is this the heading of a box of prices? */
export const isPriceHeading = (element: Element | null): boolean => {
  const text = element?.textContent ?? '';
  return text.length < 30 && PRICE_BOX.test(text);
};

/**
 * Reads the visible text below some elements, each with its children, in idle moments. Nothing is changed.
 * @returns passages without those that are blank
 */
export async function readPassages(roots: readonly Element[]): Promise<Passage[]> {
  const passages: Text[][] = [];
  let open: Text[] = [];
  let seen = 0;
  const close = (): void => {
    if (open.some(({ data }) => data.trim())) passages.push(open);
    open = [];
  };
  const visit = async (element: Element, ground: string, frame: DOMRect): Promise<void> => {
    seen += 1;
    if (seen % SLICE === 0) await resting();
    if (seen > MOST_ELEMENTS || passages.length > MOST_PASSAGES) return;
    const style = getComputedStyle(element);
    const { backgroundColor: own, display } = style;
    const behind = / 0\)$/.test(own) ? ground : own;
    if (isHidden(element, style, behind, frame)) return;
    const isBlock = !/^(inline|contents)/.test(display) || element.nodeName === 'BR';
    if (isBlock) close();
    for (const child of [...element.childNodes]) {
      if (child instanceof Text) open.push(child);
      // One root may stand in another: the headline.
      else if (child instanceof Element && !roots.includes(child) && !isBox(child))
        await visit(child, behind, frame);
    }
    if (isBlock) close();
  };
  for (const root of roots) {
    await resting();
    close();
    await visit(root, groundOf(root), root.getBoundingClientRect());
    close();
  }
  return passages;
}

/** The colour that is painted behind an element's parent. */
function groundOf(root: Element): string {
  for (let element = root.parentElement; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (!/ 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

/** What a passage says. Offsets into it are what `rangeIn` takes. */
export const textOf = (passage: Passage): string => passage.map(({ data }) => data).join('');

/** Where a stretch of a passage's text stands in the page; null when it is not in it. A static range costs the page nothing. */
export function rangeIn(passage: Passage, start: number, end: number): StaticRange | null {
  let before = 0;
  let from: Pick<StaticRangeInit, 'startContainer' | 'startOffset'> | null = null;
  for (const node of passage) {
    const { length } = node;
    if (!from && start < before + length) from = { startContainer: node, startOffset: start - before };
    if (from && end <= before + length)
      return new StaticRange({ ...from, endContainer: node, endOffset: end - before });
    before += length;
  }
  return null;
}
