/** Languages of the user interface. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Returns the language for a BCP 47 tag; null for an empty tag. Any Chinese is Chinese; unsupported languages fall back
 * to English.
 */
export function languageOfTag(tag: string): Language | null {
  const lower = tag.toLowerCase();
  if (!lower) return null;
  if (!/^(zh|cmn|yue)\b/.test(lower))
    return LANGUAGES.find((language) => language === lower.split('-')[0]) ?? 'en';
  return /hant|-(tw|hk|mo)\b/.test(lower) ? 'zh-Hant' : 'zh-Hans';
}

// Characters that exist in only one script and are frequent in news.
const TRADITIONAL = /[這會來為時說國發]/g;
const SIMPLIFIED = /[这会来为时说国发]/g;

/** Guesses the language of a text sample; `en` unless it is mostly Chinese. Kana or Hangul rule out Chinese. */
export function languageOfText(sample: string): Language {
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  // Code point ranges: the first use of a Unicode property escape costs half a millisecond on every page.
  const han = count(/[\u3400-\u9fff]/g);
  if (han < 20 || han < count(/[a-z]+/gi) || count(/[぀-ヿ가-힣]/g) > han / 10) return 'en';
  return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
}

/** Whether red means up: on Chinese (except Hong Kong), Japanese and Korean pages. */
export function isRedUp(tag: string): boolean {
  return /^(zh|cmn|yue|ja|ko)\b/i.test(tag) && !/-hk\b/i.test(tag);
}
