import type { Site } from '../core/sites/site.ts';

export const cryptonewsCom: Site = {
  id: 'cryptonews.com',
  languages: ['en'],
  hosts: ['cryptonews.com'],
  article: /^\/(news|exclusives)\/[\w-]+/,
  example: 'https://cryptonews.com/news/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
