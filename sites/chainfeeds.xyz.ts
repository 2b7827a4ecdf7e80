import type { Site } from '../core/sites/site.ts';

export const chainfeedsXyz: Site = {
  id: 'chainfeeds.xyz',
  languages: ['zh-Hans'],
  hosts: ['chainfeeds.xyz', 'www.chainfeeds.xyz'],
  article: /^\/(feed\/)?flow\/detail\/[\w-]+/,
  example: 'https://www.chainfeeds.xyz/flow/detail/bitcoin-holds-steady',
  seen: '2026-11-23',
  evidence: 'partly',
};
