import { type Block, isOpening } from './block.ts';
import type { Article, CandidateState } from './candidate-state.ts';
import {
  type Context,
  contextOf,
  isActor,
  isAmongMarketWords,
  isInLongerName,
  isMoved,
  isOwner,
  isSubject,
} from './context.ts';
import { isHanText, type Term } from './lexicon.ts';
import type { Candidate } from './scan.ts';
import {
  ADJECTIVES,
  DICTIONARY,
  NOBODY,
  PLAIN_IN_CAPITALS,
  PLAIN_WITH_CAPITAL,
  SMALL_NAMES,
} from './words/names.ts';

/** An article that clearly names this many coins is full of them. */
const MANY_COINS = 3;

/** No supporting context, but in an article about crypto the word hardly means anything else. */
export function isLikely(
  { block, candidate }: CandidateState,
  { blocks, isCrypto, established, defined }: Article,
): boolean {
  const { term } = candidate;
  if (term.tier !== 'likely' || defined.has(term.text) || !(isCrypto || established.has(term.id)))
    return false;
  const { text = '', isHan = false, capitals = 'some' } = blocks[block] ?? {};
  if (established.has(term.id) || isHan || isHanText(term.text) || SMALL_NAMES.has(term.text)) return true;
  if (term.form === 'ticker') return capitals !== 'all';
  if (!DICTIONARY.has(term.text)) return true;
  const sides = contextOf(text, candidate);
  return (
    capitals === 'some' &&
    !isInLongerName(sides) &&
    isSomebody(text, candidate, established.size >= MANY_COINS)
  );
}

const isProject = (sides: Context, name: string): boolean =>
  isActor(sides) && (name !== 'near' || sides.after.startsWith("'s"));

/** Whether a capitalized word is a name rather than the first word of a sentence. */
function isSomebody(text: string, candidate: Candidate, isFull: boolean): boolean {
  if (!isOpening(text, candidate)) return true;
  const sides = contextOf(text, candidate);
  const name = candidate.term.text;
  if (isProject(sides, name)) return true;
  return isFull && !NOBODY.has(name) && (isSubject(sides) || (isOwner(sides) && !ADJECTIVES.has(name)));
}

/** For `rare` terms: `IP fell 5%` counts if Story is named, and 雪崩 if the article already used it for the coin. */
const isRareKnown = ({ form, text }: Term, sides: Context, acceptedTerms: ReadonlySet<string>): boolean =>
  form === 'ticker' ? isMoved(sides) : acceptedTerms.has(text);

/** A word in capitals, in an article that does not name the coin elsewhere: many coins around it, or words of the market. */
const isTickerAmongCoins = ({ text }: Term, sides: Context, isFull: boolean, isCrypto: boolean): boolean =>
  (isFull && PLAIN_IN_CAPITALS.has(text) && !isInLongerName(sides)) ||
  (isCrypto && isAmongMarketWords(sides));

/** A word with a capital does what coins do. */
const isNameAmongCoins = (sides: Context, isHan: boolean): boolean =>
  !isInLongerName(sides) && (isHan || isAmongMarketWords(sides) || isActor(sides) || isSubject(sides));

/** Checks whether an ambiguous word is a coin: the article establishes the same coin elsewhere, or the context is about markets. */
export function isKnownWord(
  { block, candidate }: CandidateState,
  { blocks, isCrypto, established, acceptedTerms, defined }: Article,
): boolean {
  const { term } = candidate;
  const { text = '', isHan = false, capitals = 'some' } = blocks[block] ?? {};
  const isKnown = established.has(term.id);
  if (defined.has(term.text)) return isKnown && isMoved(contextOf(text, candidate));
  if (term.tier === 'rare') return isKnown && isRareKnown(term, contextOf(text, candidate), acceptedTerms);
  if (term.tier !== 'word') return false;
  if (isHanText(term.text)) return isKnown;
  if (capitals === 'all') return false;
  const sides = contextOf(text, candidate);
  const isFull = established.size >= MANY_COINS;
  if (term.form === 'ticker') return isKnown || isTickerAmongCoins(term, sides, isFull, isCrypto);
  return isKnownName(candidate, sides, { text, isHan, capitals, isKnown, isFull, acceptedTerms });
}

interface NameFacts extends Pick<Block, 'text' | 'isHan' | 'capitals'>, Pick<Article, 'acceptedTerms'> {
  /** The article names the coin beyond doubt elsewhere. */
  readonly isKnown: boolean;
  /** It names many coins. */
  readonly isFull: boolean;
}

function isKnownName(candidate: Candidate, sides: Context, facts: NameFacts): boolean {
  const { term } = candidate;
  const { text, isHan, capitals, isKnown, isFull, acceptedTerms } = facts;
  const isPlain = isFull && PLAIN_WITH_CAPITAL.has(term.text);
  if (!isKnown && !(isPlain && isNameAmongCoins(sides, isHan))) return false;
  if (isHan) return true;
  if (capitals === 'words') return isHeadlined(term, sides, isKnown && isPlain, acceptedTerms);
  return isSomebody(text, candidate, true);
}

/** Headlines name the coins of their article, unless the word is common in headlines. */
function isHeadlined(
  { text }: Term,
  sides: Context,
  isPlain: boolean,
  acceptedTerms: ReadonlySet<string>,
): boolean {
  if (isProject(sides, text)) return true;
  return !NOBODY.has(text) && (isPlain || (acceptedTerms.has(text) && isAmongMarketWords(sides)));
}
