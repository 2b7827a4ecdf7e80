import { isHanText, type Term } from './lexicon.ts';

const WORD = /[A-Za-z0-9_\u00c0-\u024f\u20ae]/;
const HYPHEN_OF = /^-(?:based|denominated|powered|native|linked|backed|focused|related)\b/i;

/** Whether no letter, digit or dot of an address comes right before a name. */
export function isFreeBefore(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (!isHanText(text.charAt(start)) && WORD.test(before)) return false;
  return !(before === '.' && WORD.test(text.charAt(start - 2)));
}

/** The same for the end of a name. */
export function isFreeAfter(text: string, end: number): boolean {
  const after = text.charAt(end);
  if (WORD.test(after) && !isHanText(text.charAt(end - 1))) return false;
  const next = text.charAt(end + 1);
  // `USD1,000` is an amount.
  if (after === ',' && /\d/.test(next) && /\d/.test(text.charAt(end - 1))) return false;
  return !(after === '.' && /[a-z0-9]/.test(next));
}

export const isUpper = (text: string): boolean => text === text.toUpperCase();
const isCapitalised = (text: string): boolean =>
  text.split(/[ -]/).every((word, at) => /^[A-Z0-9]/.test(word) || (at === 0 && word === 'the'));

export function isWrittenAs({ form, capitals, exact }: Term, surface: string, isDollar: boolean): boolean {
  if (form === 'ticker') return isDollar || isUpper(surface);
  if (exact) return surface === exact;
  return form === 'stop-phrase' || !capitals || isCapitalised(surface);
}

/** `cash-Flow` and `NEAR-term` are other words; `Optimism-based` is not. */
export function isPartOfHyphened(text: string, start: number, end: number): boolean {
  if (text.charAt(end) === '-' && /[A-Za-z]/.test(text.charAt(end + 1)))
    return !HYPHEN_OF.test(text.slice(end, end + 14));
  return text.charAt(start - 1) === '-' && /[A-Za-z]/.test(text.charAt(start - 2));
}
