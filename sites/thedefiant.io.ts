import type { Site } from '../core/sites/site.ts';

export const thedefiantIo: Site = {
  id: 'thedefiant.io',
  languages: ['en'],
  hosts: ['thedefiant.io'],
  article: /^\/news\/[a-z-]+\/[\w-]+/,
  example: 'https://thedefiant.io/news/markets/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
