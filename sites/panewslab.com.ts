import type { Site } from '../core/sites/site.ts';

export const panewslabCom: Site = {
  id: 'panewslab.com',
  languages: ['zh-Hans', 'en', 'ja', 'ko'],
  hosts: ['panewslab.com', 'www.panewslab.com'],
  article: /^\/(zh|zh-hant|en|ja|ko)\/articles\/[0-9a-f-]{36}/,
  example: 'https://www.panewslab.com/zh/articles/3f1c2b7a-6d41-4c1e-9a57-2b8f0c9d1e11',
  seen: '2026-11-23',
  evidence: 'observed',
};
