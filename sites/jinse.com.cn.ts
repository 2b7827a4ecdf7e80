import type { Site } from '../core/sites/site.ts';

export const jinseComCn: Site = {
  id: 'jinse.com.cn',
  languages: ['zh-Hans'],
  hosts: ['jinse.com.cn', 'www.jinse.com.cn', 'jinse.cn', 'www.jinse.cn', 'jinse.com', 'www.jinse.com'],
  article: /^\/(lives|blockchain|news)\/[\w/]*\d+\.html/,
  example: 'https://www.jinse.com.cn/lives/bitcoin/523456.html',
  seen: '2026-11-23',
  evidence: 'observed',
};
