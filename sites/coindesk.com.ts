import type { Site } from '../core/sites/site.ts';

export const coindeskCom: Site = {
  id: 'coindesk.com',
  languages: ['en'],
  hosts: ['coindesk.com', 'www.coindesk.com'],
  article: /^\/[a-z-]+\/\d{4}\/\d{2}\/\d{2}\/[\w-]+/,
  example: 'https://www.coindesk.com/markets/2025/10/10/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'observed',
};
