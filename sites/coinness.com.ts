import type { Site } from '../core/sites/site.ts';

export const coinnessCom: Site = {
  id: 'coinness.com',
  languages: ['ko'],
  hosts: ['*.coinness.com'],
  article: /^\/news\/\d+/,
  example: 'https://coinness.com/news/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
