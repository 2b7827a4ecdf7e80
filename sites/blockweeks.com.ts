import type { Site } from '../core/sites/site.ts';

export const blockweeksCom: Site = {
  id: 'blockweeks.com',
  languages: ['zh-Hans', 'en'],
  hosts: ['blockweeks.com'],
  article: /^\/(view\/)?\d+/,
  example: 'https://blockweeks.com/523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
