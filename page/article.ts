import { looksLikeArticle } from '../core/site.ts';

/** A paragraph of prose, rather than a caption or a button. */
const PROSE = 40;
/** So much prose makes an article. */
const ENOUGH = 300;

/** The element that holds the article's text, or null when this page is not an article. */
export function findArticle(page: Document, address: Location): Element | null {
  const claimsToBe = page.querySelector('meta[property="og:type"][content="article"]') !== null;
  if (!claimsToBe && !looksLikeArticle(address.pathname + address.search)) return null;
  return richestColumn(page) ?? unparagraphed(page);
}

/** The parent of most of the prose: the text column itself, without the boxes around it. */
function richestColumn(page: Document): Element | null {
  const prose = new Map<Element, number>();
  for (const paragraph of page.querySelectorAll('p')) {
    const column = paragraph.parentElement;
    const length = lengthOf(paragraph);
    if (column && length >= PROSE) prose.set(column, (prose.get(column) ?? 0) + length);
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a);
  return best && best[1] >= ENOUGH ? best[0] : null;
}

/** For texts without paragraphs. */
function unparagraphed(page: Document): Element | null {
  const element = page.querySelector('[itemprop="articleBody"], article');
  return element && lengthOf(element) >= ENOUGH ? element : null;
}

const lengthOf = (element: Element): number => element.textContent?.trim().length ?? 0;
