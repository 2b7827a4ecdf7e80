import { type CoinList, parseCoins } from './coin.ts';
import { LANGUAGES, type Language } from './language.ts';
import { isRecord } from './parse.ts';

/** A word, a list of words, or words by name. */
type Words = string | readonly Words[] | { readonly [name: string]: Words };

/**
 * What the page-facing script needs to know but need not carry on every page load: the coins, and the words of its surface in
 * each language. The background stores it; disclaimers are not in it, they are part of the script.
 */
export interface Reference {
  readonly coins: CoinList;
  readonly words: Readonly<Record<Language, Words>>;
}

const LONGEST = 200;

const isWords = (value: unknown): value is Words =>
  typeof value === 'string'
    ? value.length <= LONGEST
    : typeof value === 'object' && value !== null && Object.values(value).every(isWords);

/** Reads a stored reference; null when it is absent or not one. */
export function parseReference(raw: unknown): Reference | null {
  if (!isRecord(raw) || !isRecord(raw.words) || !isWords(raw.words)) return null;
  const { words } = raw;
  if (!LANGUAGES.every((language) => isRecord(words[language]))) return null;
  return { coins: parseCoins(raw.coins), words: words as Reference['words'] };
}
