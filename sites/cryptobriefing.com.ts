import type { Site } from '../core/sites/site.ts';

export const cryptobriefingCom: Site = {
  id: 'cryptobriefing.com',
  languages: ['en'],
  hosts: ['cryptobriefing.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://cryptobriefing.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
