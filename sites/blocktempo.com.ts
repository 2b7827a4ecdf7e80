import type { Site } from '../core/sites/site.ts';

export const blocktempoCom: Site = {
  id: 'blocktempo.com',
  languages: ['zh-Hant'],
  hosts: ['blocktempo.com', 'www.blocktempo.com'],
  article: /^\/[a-z0-9-]+\/?$/,
  example: 'https://www.blocktempo.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
