import type { Site } from '../core/sites/site.ts';

export const coingapeCom: Site = {
  id: 'coingape.com',
  languages: ['en'],
  hosts: ['coingape.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://coingape.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
