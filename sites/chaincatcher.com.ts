import type { Site } from '../core/sites/site.ts';

export const chaincatcherCom: Site = {
  id: 'chaincatcher.com',
  languages: ['zh-Hans', 'en'],
  hosts: ['chaincatcher.com', 'www.chaincatcher.com'],
  article: /^\/(en\/)?article\/\d+/,
  example: 'https://www.chaincatcher.com/article/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
