import type { Site } from '../core/sites/site.ts';

export const newsbtcCom: Site = {
  id: 'newsbtc.com',
  languages: ['en'],
  hosts: ['newsbtc.com', 'www.newsbtc.com'],
  article: /^\/[a-z-]+\/[\w-]+\/?$/,
  example: 'https://www.newsbtc.com/markets/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
