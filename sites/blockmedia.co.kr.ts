import type { Site } from '../core/sites/site.ts';

export const blockmediaCoKr: Site = {
  id: 'blockmedia.co.kr',
  languages: ['ko'],
  hosts: ['blockmedia.co.kr', 'www.blockmedia.co.kr'],
  article: /^\/archives\/\d+/,
  example: 'https://www.blockmedia.co.kr/archives/523456',
  seen: '2026-11-23',
  evidence: 'partly',
};
