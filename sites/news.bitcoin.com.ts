import type { Site } from '../core/sites/site.ts';

export const newsBitcoinCom: Site = {
  id: 'news.bitcoin.com',
  languages: ['en'],
  hosts: ['news.bitcoin.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://news.bitcoin.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
