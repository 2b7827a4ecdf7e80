import type { Site } from '../core/sites/site.ts';

export const dlnewsCom: Site = {
  id: 'dlnews.com',
  languages: ['en'],
  hosts: ['dlnews.com', 'www.dlnews.com'],
  article: /^\/articles\/[a-z-]+\/[\w-]+/,
  example: 'https://www.dlnews.com/articles/markets/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
