import type { Site } from '../core/sites/site.ts';

export const foresightnewsPro: Site = {
  id: 'foresightnews.pro',
  languages: ['zh-Hans'],
  hosts: ['foresightnews.pro'],
  article: /^\/(article|news|timeline)\/detail\/\d+/,
  example: 'https://foresightnews.pro/article/detail/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
