import type { Site } from '../core/sites/site.ts';

export const wublock123Com: Site = {
  id: 'wublock123.com',
  languages: ['zh-Hans'],
  hosts: ['wublock123.com', 'www.wublock123.com'],
  article: /^\/articles\/[a-z0-9-]+-\d+/,
  example: 'https://www.wublock123.com/articles/bitcoin-update-523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
