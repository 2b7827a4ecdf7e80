import type { Site } from '../core/sites/site.ts';

export const protosCom: Site = {
  id: 'protos.com',
  languages: ['en'],
  hosts: ['protos.com'],
  article: /^\/[\w-]+\/?$/,
  example: 'https://protos.com/bitcoin-holds-steady/',
  seen: '2026-11-23',
  evidence: 'partly',
};
