import type { Site } from '../core/sites/site.ts';

export const abmediaIo: Site = {
  id: 'abmedia.io',
  languages: ['zh-Hant'],
  hosts: ['abmedia.io', 'www.abmedia.io'],
  article: /^\/[a-z0-9-]+\/?$/,
  example: 'https://www.abmedia.io/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'observed',
};
