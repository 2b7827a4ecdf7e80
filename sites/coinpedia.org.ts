import type { Site } from '../core/sites/site.ts';

export const coinpediaOrg: Site = {
  id: 'coinpedia.org',
  languages: ['en'],
  hosts: ['coinpedia.org'],
  article: /^\/[a-z-]+\/[\w-]+\/?$/,
  example: 'https://coinpedia.org/markets/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
