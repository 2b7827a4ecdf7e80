import type { Site } from '../core/sites/site.ts';

export const beincryptoCom: Site = {
  id: 'beincrypto.com',
  languages: ['en'],
  hosts: ['*.beincrypto.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://beincrypto.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
