import type { Site } from '../core/sites/site.ts';

export const cointelegraphCom: Site = {
  id: 'cointelegraph.com',
  languages: ['en'],
  hosts: ['cointelegraph.com', 'www.cointelegraph.com'],
  article: /^\/(news|explained|magazine|innovation-circle|markets)\/[\w-]+/,
  example: 'https://www.cointelegraph.com/news/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'observed',
};
