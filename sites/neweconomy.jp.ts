import type { Site } from '../core/sites/site.ts';

export const neweconomyJp: Site = {
  id: 'neweconomy.jp',
  languages: ['ja'],
  hosts: ['neweconomy.jp', 'www.neweconomy.jp'],
  article: /^\/posts\/\d+/,
  example: 'https://www.neweconomy.jp/posts/523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
