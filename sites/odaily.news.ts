import type { Site } from '../core/sites/site.ts';

export const odailyNews: Site = {
  id: 'odaily.news',
  languages: ['zh-Hans'],
  hosts: ['odaily.news', 'www.odaily.news'],
  article: /^\/(zh-CN|en|ja|ko)\/(post|newsflash)\/\d+/,
  example: 'https://www.odaily.news/zh-CN/post/523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
