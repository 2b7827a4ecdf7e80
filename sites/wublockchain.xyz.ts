import type { Site } from '../core/sites/site.ts';

export const wublockchainXyz: Site = {
  id: 'wublockchain.xyz',
  languages: ['en', 'zh-Hans'],
  hosts: ['wublockchain.xyz', 'www.wublockchain.xyz'],
  article: /^\/p\/[\w-]+/,
  example: 'https://www.wublockchain.xyz/p/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
