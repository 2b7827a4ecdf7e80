import type { Site } from '../core/sites/site.ts';

export const diariobitcoinCom: Site = {
  id: 'diariobitcoin.com',
  languages: ['es'],
  hosts: ['diariobitcoin.com', 'www.diariobitcoin.com'],
  article: /^\/[^?]*[\w-]+\/?$/,
  example: 'https://www.diariobitcoin.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
