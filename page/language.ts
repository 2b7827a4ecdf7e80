import { type Language, languageOfTag, languageOfText } from '../core/language.ts';

/** The language of a page: its tag as declared (or guessed), and what Tickside speaks there. */
export interface PageLanguage {
  readonly tag: string;
  readonly language: Language;
}

const SAMPLE = 3000;

/** Reads the page's language from `lang`, else from its text. A template's `lang="en"` around Chinese text is not believed. */
export function readPageLanguage(page: Document): PageLanguage {
  const tag = (page.documentElement.lang || page.body?.lang || '').trim();
  const declared = languageOfTag(tag);
  if (declared && declared !== 'en') return { tag, language: declared };
  const guessed = languageOfText((page.body?.innerText ?? '').slice(0, SAMPLE));
  if (guessed !== 'en') return { tag: guessed, language: guessed };
  return { tag, language: 'en' };
}
