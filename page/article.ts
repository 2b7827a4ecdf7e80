import type { ArticlePages } from '../core/site.ts';
import { siteOfHost } from '../core/site-state.ts';

const CANDIDATES = '[itemprop="articleBody"], article, [role="article"], main, [role="main"]';
/** A paragraph of prose, rather than a caption or a button. */
const PROSE = 40;
/** So much prose makes a text column. */
const ENOUGH = 300;

/** Is this address an article of a listed site? Sites that are not listed are judged by their markup. */
function isArticleAddress(page: Document, address: Location, pages: ArticlePages): boolean {
  const entry = entryOf(address.hostname, pages);
  if (entry) return new RegExp(`^(?:${entry[0]})`).test(address.pathname + address.search);
  return page.querySelector('meta[property="og:type"][content="article"], [itemprop="articleBody"]') !== null;
}

function entryOf(host: string, pages: ArticlePages): ArticlePages[string] | undefined {
  // Editions on subdomains (cn.example.com) share the entry of their domain.
  for (let domain = siteOfHost(host); domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    if (Object.hasOwn(pages, domain)) return pages[domain];
  }
  return undefined;
}

/** The element that holds the article's text, or null when this page is not an article or has no text column. */
export function findArticle(page: Document, address: Location, pages: ArticlePages): Element | null {
  if (!isArticleAddress(page, address, pages)) return null;
  const selector = entryOf(address.hostname, pages)?.[1];
  const known = selector ? page.querySelector(selector) : null;
  if (known && proseIn(known) >= ENOUGH) return known;
  return richestColumn(page);
}

/** The parent of most of the prose; a lone wrapper is as good as any, so markup that names the article goes first. */
function richestColumn(page: Document): Element | null {
  const prose = new Map<Element, number>();
  for (const paragraph of page.querySelectorAll('p')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    const column = paragraph.parentElement;
    if (column && length >= PROSE) prose.set(column, (prose.get(column) ?? 0) + length);
  }
  const [best] = [...prose].sort(([, a], [, b]) => b - a);
  if (best && best[1] >= ENOUGH) return best[0];
  for (const candidate of page.querySelectorAll(CANDIDATES)) {
    if (proseIn(candidate) >= ENOUGH) return candidate;
  }
  return null;
}

const proseIn = (element: Element): number => element.textContent?.trim().length ?? 0;
