import type { Site } from '../core/sites/site.ts';

export const zeroDailyCom: Site = {
  id: '0daily.com',
  languages: ['zh-Hans'],
  hosts: ['0daily.com', 'www.0daily.com'],
  article: /^\/(post|newsflash)\/\d+/,
  example: 'https://www.0daily.com/post/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
