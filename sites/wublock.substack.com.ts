import type { Site } from '../core/sites/site.ts';

export const wublockSubstackCom: Site = {
  id: 'wublock.substack.com',
  languages: ['zh-Hans', 'en'],
  hosts: ['wublock.substack.com'],
  article: /^\/p\/[\w-]+/,
  example: 'https://wublock.substack.com/p/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
