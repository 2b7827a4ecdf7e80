import { type Language, languageOfTag, languageOfText } from '../core/language.ts';

/** The language of a page: its tag as declared (or guessed), and what Tickside speaks there. */
export interface PageLanguage {
  readonly tag: string;
  readonly language: Language;
}

const SAMPLE = 3000;

/** Prose only: scripts are text too, and what is laid out need not be computed for this. */
function sampleOf(): string {
  let sample = '';
  for (const element of document.querySelectorAll('h1, h2, p, li')) {
    if (sample.length > SAMPLE) break;
    sample += element.textContent;
  }
  return sample;
}

/** Reads the page's language from `lang`, else from its text. A template's `lang="en"` around Chinese text is not believed. */
export function readPageLanguage(): PageLanguage {
  // Some templates write zh_CN.
  const tag = (document.documentElement.lang || document.body.lang).trim().replaceAll('_', '-');
  const declared = languageOfTag(tag);
  if (declared && declared !== 'en') return { tag, language: declared };
  const guessed = languageOfText(sampleOf());
  if (guessed !== 'en') return { tag: guessed, language: guessed };
  return { tag, language: 'en' };
}
