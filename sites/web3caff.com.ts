import type { Site } from '../core/sites/site.ts';

export const web3caffCom: Site = {
  id: 'web3caff.com',
  languages: ['zh-Hans'],
  hosts: ['web3caff.com', 'www.web3caff.com', 'research.web3caff.com'],
  article: /^\/.+\/archives\/\d+/,
  example: 'https://www.web3caff.com/article/archives/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
