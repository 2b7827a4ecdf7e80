import type { Site } from '../core/sites/site.ts';

export const coinliveCom: Site = {
  id: 'coinlive.com',
  languages: ['en', 'zh-Hans'],
  hosts: ['coinlive.com', 'www.coinlive.com'],
  article: /^\/(zh\/)?news(-flash)?\/[\w-]+/,
  example: 'https://www.coinlive.com/news/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
