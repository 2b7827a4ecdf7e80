import { isPriceHeading } from './article-text.ts';
import { all } from './query-all.ts';

const WIDGETS = ['tradingview', 'coinmarketcap', 'coingecko']
  .map((name) => `iframe[src*=${name}],[class*=${name}-]`)
  .join();

/**
 * Whether the page itself shows prices in the first screen. The panel then starts collapsed. A price box further down,
 * after the article, does not count.
 */
export function hasOwnPrices(): boolean {
  return all(`h2,h3,h4,${WIDGETS}`).some((element) => {
    const { top, height } = element.getBoundingClientRect();
    const isInSight = height > 0 && top + scrollY < innerHeight;
    return isInSight && (element.matches(WIDGETS) || isPriceHeading(element));
  });
}
