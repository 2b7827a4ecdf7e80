/** Languages Tickside speaks. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language a BCP 47 tag asks for; null when the tag says nothing. Chinese of any kind is Chinese, all else English. */
export function languageOfTag(tag: string): Language | null {
  const lower = tag.toLowerCase();
  if (!lower) return null;
  if (!/^(zh|cmn|yue)\b/.test(lower)) return 'en';
  return /hant|[-_](tw|hk|mo)\b/.test(lower) ? 'zh-Hant' : 'zh-Hans';
}

// Characters that exist in one script only and are frequent in any news text.
const TRADITIONAL = /[個們這會來為時說對學國發經點過動當開長關價幣鏈虛擬總後與還進實現應將]/g;
const SIMPLIFIED = /[个们这会来为时说对学国发经点过动当开长关价币链虚拟总后与还进实现应将]/g;

/** Guesses the language of a text sample; `en` when it is not mostly Chinese. Kana or hangul rule Chinese out. */
export function languageOfText(sample: string): Language {
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const latin = sample.match(/[A-Za-z]+/g)?.length ?? 0;
  if (han < 20 || han < latin || others > han / 10) return 'en';
  const traditional = sample.match(TRADITIONAL)?.length ?? 0;
  const simplified = sample.match(SIMPLIFIED)?.length ?? 0;
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

/** Where red means up: Chinese (but not Hong Kong), Japanese and Korean pages. */
export function isRedUp(tag: string): boolean {
  return /^(zh|cmn|yue|ja|ko)\b/i.test(tag) && !/[-_]hk\b/i.test(tag);
}
