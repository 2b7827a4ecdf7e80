import type { Site } from '../core/sites/site.ts';

export const coinjournalNet: Site = {
  id: 'coinjournal.net',
  languages: ['en'],
  hosts: ['coinjournal.net'],
  article: /^\/news\/[\w-]+/,
  example: 'https://coinjournal.net/news/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
