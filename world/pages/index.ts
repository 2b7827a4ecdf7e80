import { type Answer, html } from '../answer.ts';
import { dark } from './dark.ts';
import { en } from './en.ts';
import { light } from './light.ts';
import { listing } from './listing.ts';
import type { WorldPage } from './page.ts';
import { unlisted } from './unlisted.ts';
import { zh } from './zh.ts';

const ALL = { zh, en, dark, listing, unlisted, light };

export type PageName = keyof typeof ALL;

/** The URL of every page. */
export const PAGES: Readonly<Record<PageName, string>> = {
  zh: zh.url,
  en: en.url,
  dark: dark.url,
  listing: listing.url,
  unlisted: unlisted.url,
  light: light.url,
};

// A favicon for every site; a missing one would log an error in the page's console.
const FAVICON: Answer = {
  status: 200,
  headers: { 'content-type': 'image/svg+xml' },
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#567"/></svg>',
};

const ANSWERS: ReadonlyMap<string, Answer> = new Map(Object.values<WorldPage>(ALL).flatMap(answersOf));

function answersOf({ url, html: text, headers, assets = {} }: WorldPage): [string, Answer][] {
  const { host, pathname } = new URL(url);
  return [
    [host + pathname, html(text, 200, headers)],
    [`${host}/favicon.ico`, FAVICON],
    ...Object.entries(assets).map(([path, answer]): [string, Answer] => [host + path, answer]),
  ];
}

/** Returns a news site's answer; null if there is no page at the URL. */
export const pageAt = (host: string, path: string): Answer | null => ANSWERS.get(host + path) ?? null;
