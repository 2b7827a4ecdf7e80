import { expect, test } from 'vitest';
import { analyzeArticle } from './analyze-article.ts';

test('an article is analyzed: its coins and its publication time', () => {
  const reading = analyzeArticle(
    {
      lang: 'zh-CN',
      path: '/news/1.html',
      blocks: ['比特币跌破十万美元', '以太坊同步走弱，比特币报 98,420 美元。'],
      dates: [{ from: 'text', name: '', value: '2025-10-10 20:22:30' }],
    },
    Date.UTC(2025, 9, 11),
  );
  expect(reading.coins).toEqual([
    { id: 'bitcoin', count: 2 },
    { id: 'ethereum', count: 1 },
  ]);
  expect(reading.mentions[0]).toEqual({ block: 0, start: 0, end: 3, id: 'bitcoin' });
  expect(reading.published).toBe(Date.UTC(2025, 9, 10, 12, 22, 30));
});
