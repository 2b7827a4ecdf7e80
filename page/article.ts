import { looksLikeArticle } from '../core/sites/site.ts';
import { addressOf } from './address.ts';
import { all } from './query-all.ts';

/** A paragraph of prose, rather than a caption or a button. */
const PROSE = 40;
/** So much prose makes an article. */
const ENOUGH = 300;

/** The element that holds the article's text, or null when this page is not an article. */
export function findArticle(): Element | null {
  const claim = document.querySelector('meta[property="og:type"][content="article"]');
  if (!claim && !looksLikeArticle(addressOf())) return null;
  return richestColumn() ?? unparagraphed();
}

/** The parent of most of the prose: the text column itself, without the boxes around it. */
function richestColumn(): Element | null {
  const prose = new Map<Element, number>();
  for (const paragraph of all('p')) {
    const column = paragraph.parentElement;
    const length = lengthOf(paragraph);
    if (column && length >= PROSE) prose.set(column, (prose.get(column) ?? 0) + length);
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a);
  return best && best[1] >= ENOUGH ? best[0] : null;
}

/** For texts without paragraphs. */
function unparagraphed(): Element | null {
  const element = document.querySelector('[itemprop="articleBody"], article');
  return element && lengthOf(element) >= ENOUGH ? element : null;
}

const lengthOf = (element: Element): number => `${element.textContent}`.trim().length;
