import type { Site } from '../core/sites/site.ts';

export const cryptoslateCom: Site = {
  id: 'cryptoslate.com',
  languages: ['en'],
  hosts: ['cryptoslate.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://cryptoslate.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
