import { withoutAddresses } from './addresses.ts';
import { fold } from './fold.ts';
import { lexicon } from './lexicon.ts';
import type { Candidate } from './scan.ts';

/** A block of text, and what its capitals say. */
export interface Block {
  /** Folded, with addresses blanked out; as long as the original. */
  readonly text: string;
  readonly isHan: boolean;
  /** A Headline With Most Words Capitalized says nothing about names; ALL CAPS says nothing about tickers either. */
  readonly capitals: 'some' | 'words' | 'all';
}

const HAN = /[一-鿿]/g;
const LONG_WORDS = /[A-Za-z]{4,}/g;
/** Maximum length of a headline. */
const LONGEST_HEADLINE = 240;
/** A text is Chinese if at least one in this many characters is: Chinese texts may be full of Latin names. */
const HAN_SHARE = 8;
const FEWEST_WORDS = 4;
/** Headlines have no full stop. */
const SENTENCE = /[a-z0-9)]\.\s*$/;

function capitalsOf(text: string): Block['capitals'] {
  // Tickers are upper case anyway, so a line of them is not an all-caps headline.
  const { tickers } = lexicon();
  const all = text.length > LONGEST_HEADLINE || SENTENCE.test(text) ? [] : (text.match(LONG_WORDS) ?? []);
  const words = all.filter((word) => !tickers.has(word));
  const isMost = (pattern: RegExp): boolean =>
    words.length >= FEWEST_WORDS && words.filter((word) => pattern.test(word)).length > words.length * 0.7;
  if (isMost(/^[A-Z]+$/)) return 'all';
  return isMost(/^[A-Z]/) ? 'words' : 'some';
}

/** @param raw a block as sent by the page-facing script */
export function makeBlock(raw: string): Block {
  const text = withoutAddresses(fold(raw));
  const han = text.match(HAN)?.length ?? 0;
  const isHan = han * HAN_SHARE > text.length;
  return { text, isHan, capitals: han > 0 ? 'some' : capitalsOf(text) };
}

const OPENING = /(?:^|[.!?:;。！？：；\n•"“”‘(\-–—])[\s"'“‘]*$/;
/** Whether a sentence, quotation or line starts here, where any word would be capitalized. */
export function isOpening(text: string, { start }: Candidate): boolean {
  return OPENING.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
}

const SMALL_WORDS = /^(?:of|the|and|for|to|in|with|on|by|at|an?)$/i;
const DEFINED = /([A-Za-z][A-Za-z'&-]*(?: [A-Za-z][A-Za-z'&-]*){1,6}) ?\(["']?$/;
const OFFICE = /[部局署院会法门组] ?\($/;

/**
 * Whether a ticker in parentheses abbreviates the words before it: `Department of Government Efficiency (DOGE)`,
 * 政府效率部（DOGE）. It then has that meaning in the whole article.
 */
export function isDefinition(text: string, { start, end }: Candidate): boolean {
  if (text.charAt(end) !== ')') return false;
  const before = text.slice(Math.max(0, start - 80), start);
  if (OFFICE.test(before)) return true;
  const words = DEFINED.exec(before)?.[1]?.split(/[ -]/) ?? [];
  const ticker = text.slice(start, end).toLowerCase();
  const initials = (list: readonly string[]): string =>
    list.map((word) => word.charAt(0).toLowerCase()).join('');
  const full = words.filter((word) => !SMALL_WORDS.test(word));
  return initials(words).endsWith(ticker) || initials(full).endsWith(ticker);
}
