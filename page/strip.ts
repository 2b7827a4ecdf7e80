import { isPriceHeading } from './article-text.ts';

const WIDGETS = ['tradingview', 'coinmarketcap', 'coingecko', 'livecoinwatch']
  .map((name) => `iframe[src*="${name}"],[class*="${name}-"],[class*="${name}_"]`)
  .join();

/**
 * Does the page itself show prices where one begins to read? Then ours start folded. A box of prices far below, after the
 * article, is out of sight and does not count.
 */
export function hasOwnPrices(): boolean {
  const widgets = [...document.querySelectorAll(WIDGETS)];
  const headings = [...document.querySelectorAll('h2,h3,h4')].filter(isPriceHeading);
  return [...widgets, ...headings].some((element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top + scrollY < innerHeight;
  });
}
