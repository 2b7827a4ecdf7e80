import type { Site } from '../core/sites/site.ts';

export const tokenpostKr: Site = {
  id: 'tokenpost.kr',
  languages: ['ko'],
  hosts: ['tokenpost.kr', 'www.tokenpost.kr'],
  article: /^\/(news\/[\w-]+\/|article-)\d+/,
  example: 'https://www.tokenpost.kr/news/bitcoin-holds-steady/523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
