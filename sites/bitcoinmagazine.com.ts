import type { Site } from '../core/sites/site.ts';

export const bitcoinmagazineCom: Site = {
  id: 'bitcoinmagazine.com',
  languages: ['en'],
  hosts: ['bitcoinmagazine.com'],
  article: /^\/[a-z-]+\/[\w-]+/,
  example: 'https://bitcoinmagazine.com/markets/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
