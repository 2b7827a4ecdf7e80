import type { Site } from '../core/sites/site.ts';

export const techflowpostCom: Site = {
  id: 'techflowpost.com',
  languages: ['zh-Hans', 'en'],
  hosts: ['techflowpost.com', 'www.techflowpost.com'],
  article: /^\/(zh-CN|en-US)\/(article|newsletter)\/\d+/,
  example: 'https://www.techflowpost.com/zh-CN/article/523456',
  seen: '2026-11-23',
  evidence: 'observed',
};
