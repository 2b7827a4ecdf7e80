import { type Language, languageOfTag, languageOfText } from '../core/i18n/language.ts';
import { all } from './query-all.ts';

/** The page's declared (or guessed) language tag, and the language Tickside uses there. */
export interface PageLanguage {
  readonly tag: string;
  readonly language: Language;
}

/** Number of elements whose text is sampled. */
const SAMPLE = 60;

/**
 * Reads the page's language from `lang`, else from its text. `lang="en"` of a template around Chinese text is ignored.
 */
export function readPageLanguage(): PageLanguage {
  // Some templates use zh_CN.
  const tag = document.documentElement.lang.trim().replaceAll('_', '-');
  const declared = languageOfTag(tag);
  if (declared && declared !== 'en') return { tag, language: declared };
  // Prose only: scripts contain text too, and this needs no layout.
  const prose = all('h1,h2,p,li').slice(0, SAMPLE);
  const language = languageOfText(prose.map(({ textContent }) => textContent).join(''));
  return { tag: language === 'en' ? tag : language, language };
}
