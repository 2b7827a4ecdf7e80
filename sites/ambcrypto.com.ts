import type { Site } from '../core/sites/site.ts';

export const ambcryptoCom: Site = {
  id: 'ambcrypto.com',
  languages: ['en'],
  hosts: ['ambcrypto.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://ambcrypto.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
