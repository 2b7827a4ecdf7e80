import type { Site } from '../core/sites/site.ts';

export const theblockCo: Site = {
  id: 'theblock.co',
  languages: ['en'],
  hosts: ['theblock.co', 'www.theblock.co'],
  article: /^\/post\/\d+\/[\w-]+/,
  example: 'https://www.theblock.co/post/523456/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'observed',
};
