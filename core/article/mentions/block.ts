import { withoutAddresses } from './addresses.ts';
import { fold } from './fold.ts';
import { lexicon } from './lexicon.ts';
import type { Candidate } from './scan.ts';

/** A block of text with what its writing tells about capitals. */
export interface Block {
  /** Folded, addresses blanked out, as long as the original. */
  readonly text: string;
  readonly isHan: boolean;
  /** A headline Has Most Words in capitals, or ALL LETTERS: then they say nothing about a name, or not even about a ticker. */
  readonly capitals: 'some' | 'words' | 'all';
}

const HAN = /[一-鿿]/g;
const LONG_WORDS = /[A-Za-z]{4,}/g;
/** A headline is no longer than this. */
const LONGEST_HEADLINE = 240;
/** One character in so many is Chinese in a Chinese text full of Latin names. */
const HAN_SHARE = 8;
const FEWEST_WORDS = 4;
/** Headlines do without a full stop. */
const SENTENCE = /[a-z0-9)]\.\s*$/;

function capitalsOf(text: string): Block['capitals'] {
  // Tickers are capitals anyway: a line of them does not shout.
  const { tickers } = lexicon();
  const all = text.length > LONGEST_HEADLINE || SENTENCE.test(text) ? [] : (text.match(LONG_WORDS) ?? []);
  const words = all.filter((word) => !tickers.has(word));
  const isMost = (pattern: RegExp): boolean =>
    words.length >= FEWEST_WORDS && words.filter((word) => pattern.test(word)).length > words.length * 0.7;
  if (isMost(/^[A-Z]+$/)) return 'all';
  return isMost(/^[A-Z]/) ? 'words' : 'some';
}

/** @param raw a block as the page's script sent it */
export function makeBlock(raw: string): Block {
  const text = withoutAddresses(fold(raw));
  const han = text.match(HAN)?.length ?? 0;
  const isHan = han * HAN_SHARE > text.length;
  return { text, isHan, capitals: han > 0 ? 'some' : capitalsOf(text) };
}

const OPENING = /(?:^|[.!?:;。！？：；\n•"“”‘(\-–—])[\s"'“‘]*$/;
/** Whether a sentence, a quotation or a line begins here, so that any word would have a capital. */
export function isOpening(text: string, { start }: Candidate): boolean {
  return OPENING.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
}

const SMALL_WORDS = /^(?:of|the|and|for|to|in|with|on|by|at|an?)$/i;
const DEFINED = /([A-Za-z][A-Za-z'&-]*(?: [A-Za-z][A-Za-z'&-]*){1,6}) ?\(["']?$/;
const OFFICE = /[部局署院会法门组] ?\($/;

/**
 * Whether a ticker in parentheses is short for the words before them: `Department of Government Efficiency (DOGE)`,
 * 政府效率部（DOGE）. Whoever writes so means that by it in the whole article.
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
