import { looksLikeArticle } from '../core/sites/site.ts';
import { addressOf } from './address.ts';
import { all } from './query-all.ts';

/** Minimum length of a paragraph of prose, as opposed to a caption or a button. */
const MIN_PARAGRAPH_LENGTH = 40;
/** Minimum length of prose in an article. */
const MIN_ARTICLE_LENGTH = 300;

/** Returns the element that contains the article's text; null if the page is not an article. */
export function findArticle(): Element | null {
  const openGraphType = document.querySelector('meta[property="og:type"][content="article"]');
  if (!openGraphType && !looksLikeArticle(addressOf())) return null;
  return richestColumn() ?? articleWithoutParagraphs();
}

/** The parent with the most prose: the text column itself, without surrounding boxes. */
function richestColumn(): Element | null {
  const prose = new Map<Element, number>();
  for (const paragraph of all('p')) {
    const column = paragraph.parentElement;
    const length = lengthOf(paragraph);
    if (column && length >= MIN_PARAGRAPH_LENGTH) prose.set(column, (prose.get(column) ?? 0) + length);
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a);
  return best && best[1] >= MIN_ARTICLE_LENGTH ? best[0] : null;
}

/** For articles without paragraphs. */
function articleWithoutParagraphs(): Element | null {
  const element = document.querySelector('[itemprop="articleBody"], article');
  return element && lengthOf(element) >= MIN_ARTICLE_LENGTH ? element : null;
}

const lengthOf = (element: Element): number => `${element.textContent}`.trim().length;
