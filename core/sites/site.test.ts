import { describe, expect, test } from 'vitest';
import { looksLikeArticle, matchesOf, siteFamilies } from './site.ts';

describe('whether a URL looks like an article', () => {
  test.each([
    '/2025/10/10/bitcoin-holds-steady',
    '/post/523456',
    '/?p=523456',
    '/zh/articles/3f1c2b7a-6d41-4c1e-9a57-2b8f0c9d1e11',
    '/%E6%AF%94%E7%89%B9%E5%B8%81-%E5%A4%A7-%E6%B6%A8/',
    '/比特币-价格-上涨/',
    '/news/2025/10/',
  ])('%s', (address) => {
    expect(looksLikeArticle(address)).toBe(true);
  });

  test.each([
    '/',
    '/news',
    '/news/',
    '/markets',
    '/en',
    '/zh-CN',
    '/zh-CN/newsflash',
    '/zh-CN/post',
    '/category/bitcoin',
    '/category/bitcoin/page/2',
    '/tag/defi/',
    '/tag/layer-2',
    '/author/jane-doe',
    '/about',
    '/about-us',
    '/privacy-policy',
    '/search?q=btc',
    '/?page=2',
    '/price/bitcoin',
    '/newsletters/',
    '',
  ])('not %j', (address) => {
    expect(looksLikeArticle(address)).toBe(false);
  });

  // A pattern with backtracking would exceed the test's timeout.
  test('a hostile URL is handled in time', () => {
    for (const address of [
      `/${'a-'.repeat(50_000)}`,
      `/${'%'.repeat(100_000)}`,
      `/${'a%-'.repeat(30_000)}!`,
      `/${'-'.repeat(100_000)}`,
    ]) {
      expect(typeof looksLikeArticle(address)).toBe('boolean');
    }
  });
});

test('match patterns are https, one per host', () => {
  const site = { id: 'a.example', languages: ['en'], hosts: ['a.example', '*.b.example'] };
  expect(matchesOf(site)).toEqual(['https://a.example/*', 'https://*.b.example/*']);
  expect(siteFamilies([site])).toEqual(['b.example']);
});
