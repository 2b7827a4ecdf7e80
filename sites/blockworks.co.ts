import type { Site } from '../core/sites/site.ts';

export const blockworksCo: Site = {
  id: 'blockworks.co',
  languages: ['en'],
  hosts: ['blockworks.co', 'blockworks.com'],
  article: /^\/news\/[\w-]+/,
  example: 'https://blockworks.co/news/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
