import { type CoinList, parseCoins } from './coin.ts';
import { LANGUAGES, type Language } from './language.ts';
import { isRecord } from './parse.ts';
import type { PageDisclaimer } from './regional-disclaimer.ts';
import type { SourceTable } from './source.ts';

/** A word, a list of words, or words by name. */
type Words = string | readonly Words[] | { readonly [name: string]: Words };

/**
 * What the page-facing script needs to know but need not carry on every page load: coins, sources, the words of its surface in
 * each language, and what follows the short disclaimer. The background stores it; the short disclaimer is part of the script.
 */
export interface Reference {
  readonly coins: CoinList;
  readonly words: Readonly<Record<Language, Words>>;
  readonly sources: SourceTable;
  /** Empty where an earlier version stored none. */
  readonly disclaimers: Readonly<Partial<Record<Language, PageDisclaimer>>>;
}

const LONGEST = 200;

const isWords = (value: unknown): value is Words =>
  typeof value === 'string'
    ? value.length <= LONGEST
    : typeof value === 'object' && value !== null && Object.values(value).every(isWords);

// Checked to be text by name when read; of which names, whoever wrote it took care.
const textsIn = (value: unknown): unknown => (isRecord(value) && isWords(value) ? value : {});

/** Reads a stored reference; null when it is absent or not one. */
export function parseReference(raw: unknown): Reference | null {
  if (!isRecord(raw)) return null;
  const words = textsIn(raw.words) as Reference['words'];
  if (!LANGUAGES.every((language) => isRecord(words[language]))) return null;
  return {
    coins: parseCoins(raw.coins),
    words,
    sources: textsIn(raw.sources) as SourceTable,
    disclaimers: textsIn(raw.disclaimers) as Reference['disclaimers'],
  };
}
