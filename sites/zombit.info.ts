import type { Site } from '../core/sites/site.ts';

export const zombitInfo: Site = {
  id: 'zombit.info',
  languages: ['zh-Hant'],
  hosts: ['zombit.info'],
  article: /^\/[^/]+\/?$/,
  example: 'https://zombit.info/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
