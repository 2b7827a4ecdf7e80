import type { Site } from '../core/sites/site.ts';

export const bittimesNet: Site = {
  id: 'bittimes.net',
  languages: ['ja'],
  hosts: ['bittimes.net'],
  article: /^\/news\/\d+\.html/,
  example: 'https://bittimes.net/news/523456.html',
  seen: '2026-11-23',
  evidence: 'partly',
};
