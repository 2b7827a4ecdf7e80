import { isPriceHeading } from './article-text.ts';
import { all } from './query-all.ts';

const WIDGETS = ['tradingview', 'coinmarketcap', 'coingecko']
  .map((name) => `iframe[src*=${name}],[class*=${name}-]`)
  .join();

/**
 * Does the page itself show prices where one begins to read? Then ours start folded. A box of prices far below, after the
 * article, is out of sight and does not count.
 */
export function hasOwnPrices(): boolean {
  return all(`h2,h3,h4,${WIDGETS}`).some((element) => {
    const { top, height } = element.getBoundingClientRect();
    const isInSight = height > 0 && top + scrollY < innerHeight;
    return isInSight && (element.matches(WIDGETS) || isPriceHeading(element));
  });
}
