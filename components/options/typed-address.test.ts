import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SITE_RULE } from '../../core/settings/page-settings.ts';
import { ruleMatches } from '../../core/sites/site-rules.ts';
import { parseSiteUrl } from '../../core/sites/site-url.ts';
import { hrefOf, ruleOf } from './typed-address.ts';

test.each([
  ['example.com', 'https://example.com/'],
  ['  Example.COM/News ', 'https://example.com/News'],
  ['example.com:8443', 'https://example.com:8443/'],
  ['localhost:3000', 'https://localhost:3000/'],
  ['http://example.com', 'http://example.com/'],
  ['about:blank', 'about:blank'],
  ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
  ['not an address', ''],
  ['', ''],
])('the typed text %j becomes the URL %j', (text, href) => {
  expect(hrefOf(text)).toBe(href);
});

test.each([
  ['coindesk.com', 'coindesk.com'],
  ['https://www.coindesk.com/', 'www.coindesk.com'],
  ['CoinDesk.com/markets/', 'coindesk.com/markets/'],
  ['https://coindesk.com/markets/?page=2#top', 'coindesk.com/markets/'],
  ['*.coindesk.com', '*.coindesk.com'],
  ['https://*.coindesk.com/price', '*.coindesk.com/price'],
  ['panewslab.com/zh/新闻', 'panewslab.com/zh/%E6%96%B0%E9%97%BB'],
])('the rule %j becomes %j', (text, rule) => {
  expect(ruleOf(text)).toBe(rule);
  expect(rule).toMatch(SITE_RULE);
});

test.each(['', '   ', '*', '*.', 'coindesk', 'a b.com', '*.*.com', 'exa_mple.com', '/markets/'])(
  'is not a rule: %j',
  (text) => {
    expect(SITE_RULE.test(ruleOf(text))).toBe(false);
  },
);

test('a rule made from the URL of a page matches that page', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https'] }), (url) => {
      const rule = ruleOf(url);
      const address = parseSiteUrl(hrefOf(url));
      if (address.ok && SITE_RULE.test(rule))
        expect(ruleMatches(rule, address.host, address.path)).toBe(true);
    }),
  );
});
