import type { Site } from '../core/sites/site.ts';

export const bitpushNews: Site = {
  id: 'bitpush.news',
  languages: ['zh-Hans', 'en'],
  hosts: ['bitpush.news', 'www.bitpush.news'],
  article: /^\/articles\/\d+/,
  example: 'https://www.bitpush.news/articles/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
