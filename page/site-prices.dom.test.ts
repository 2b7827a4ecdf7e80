import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../tests/dom/show.ts';
import { hasOwnPrices } from './site-prices.ts';

beforeEach(() => page.viewport(1000, 800));

const below = (px: number): string => `<div style="height:${px}px"></div>`;
const WIDGETS = [
  '<iframe src="about:blank?tradingview"></iframe>',
  '<div class="coinmarketcap-currency-widget">BTC</div>',
  '<div class="box coingecko-widget">BTC</div>',
];

test.each([
  ['a heading of prices at the top', '<h2>Trending coins</h2>', true],
  ['a heading of prices in Chinese', '<h3>热门币</h3>', true],
  ['a heading of something else', '<h2>Latest news</h2>', false],
  ['a page without any', '<p>Trending coins</p>', false],
  ['a heading that is not displayed', '<h2 style="display:none">Trending coins</h2>', false],
  ['a heading below the first window', `${below(900)}<h2>Trending coins</h2>`, false],
  ['a widget below the first window', `${below(900)}${WIDGETS[1]}`, false],
])('%s', (_what, body, expected) => {
  show({ body });
  expect(hasOwnPrices()).toBe(expected);
});

test.each(WIDGETS)('the widget %s at the top', (body) => {
  show({ body });
  expect(hasOwnPrices()).toBe(true);
});

test('where one begins to read is the top of the page, wherever it is scrolled to now', () => {
  show({ body: `<h2>Trending coins</h2>${below(3000)}<h2>行情</h2>${below(3000)}` });
  scrollTo(0, 1500);
  expect(hasOwnPrices()).toBe(true);
  show({ body: `${below(3000)}<h2>行情</h2>${below(3000)}` });
  scrollTo(0, 2900);
  expect(hasOwnPrices()).toBe(false);
});
