import type { Site } from '../core/sites/site.ts';

export const theblockbeatsInfo: Site = {
  id: 'theblockbeats.info',
  languages: ['zh-Hans', 'en'],
  hosts: ['theblockbeats.info', 'www.theblockbeats.info', 'm.theblockbeats.info'],
  article: /^\/(en\/)?(news|flash)\/\d+/,
  example: 'https://www.theblockbeats.info/news/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
