import { type Language, languageOfTag, languageOfText } from '../core/i18n/language.ts';
import { all } from './query-all.ts';

/** The language of a page: its tag as declared (or guessed), and what Tickside speaks there. */
export interface PageLanguage {
  readonly tag: string;
  readonly language: Language;
}

/** Texts that are looked at. */
const SAMPLE = 60;

/** Reads the page's language from `lang`, else from its text. A template's `lang="en"` around Chinese text is not believed. */
export function readPageLanguage(): PageLanguage {
  // Some templates write zh_CN.
  const tag = document.documentElement.lang.trim().replaceAll('_', '-');
  const declared = languageOfTag(tag);
  if (declared && declared !== 'en') return { tag, language: declared };
  // Prose only: scripts are text too, and what is laid out need not be computed for this.
  const prose = all('h1,h2,p,li').slice(0, SAMPLE);
  const language = languageOfText(prose.map(({ textContent }) => textContent).join(''));
  return { tag: language === 'en' ? tag : language, language };
}
