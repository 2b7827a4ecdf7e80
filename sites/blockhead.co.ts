import type { Site } from '../core/sites/site.ts';

export const blockheadCo: Site = {
  id: 'blockhead.co',
  languages: ['en'],
  hosts: ['blockhead.co', 'www.blockhead.co'],
  article: /^\/\d{4}\/\d{2}\/\d{2}\/[\w-]+/,
  example: 'https://www.blockhead.co/2025/10/10/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
