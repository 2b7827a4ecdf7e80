import type { Site } from '../core/sites/site.ts';

export const decryptCo: Site = {
  id: 'decrypt.co',
  languages: ['en'],
  hosts: ['decrypt.co'],
  article: /^\/\d+\/[\w-]+/,
  example: 'https://decrypt.co/523456/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'observed',
};
