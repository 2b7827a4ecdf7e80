import type { Site } from '../core/sites/site.ts';

export const coinpostJp: Site = {
  id: 'coinpost.jp',
  languages: ['ja'],
  hosts: ['coinpost.jp'],
  article: /^\/\?p=\d+/,
  example: 'https://coinpost.jp/?p=523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
