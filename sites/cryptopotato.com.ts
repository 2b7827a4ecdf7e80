import type { Site } from '../core/sites/site.ts';

export const cryptopotatoCom: Site = {
  id: 'cryptopotato.com',
  languages: ['en'],
  hosts: ['cryptopotato.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://cryptopotato.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
