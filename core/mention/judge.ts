import { COIN_BY_ID } from '../catalogue.ts';
import { type Block, isDefinition, isOpening } from './block.ts';
import { type Article, accept, type Case } from './case.ts';
import {
  type Around,
  around,
  isActor,
  isAmongMarketWords,
  isBackedHan,
  isBackedName,
  isBackedStrictly,
  isBackedTicker,
  isCompany,
  isInLongerName,
  isLiteral,
  isMoved,
  isSite,
  isSubject,
} from './context.ts';
import { isHanText, type Term } from './lexicon.ts';
import {
  DICTIONARY,
  FIRMS,
  FOOD,
  NOBODY,
  OTHER_MEANINGS,
  PLAIN_IN_CAPITALS,
  PLAIN_WITH_CAPITAL,
  SMALL_NAMES,
} from './names.ts';
import { alongLists, alongNames, isNamed } from './neighbours.ts';
import type { Candidate } from './scan.ts';

const CRYPTO =
  /crypto|blockchain|stablecoin|\bdefi\b|altcoin|memecoin|\bweb3\b|\bnfts?\b|tokens?\b|on-?chain|加密|区块链|代币|稳定币|币圈|公链|链上|虚拟资产|数字资产|数字货币|虚拟货币|山寨币/gi;
/** An article that speaks of crypto less often than this is about something else. */
const CHARACTERS_PER_WORD = 1_200;
/** An article that names so many coins beyond doubt is full of them. */
const MANY_COINS = 3;
/** Beyond so many doubtful candidates context is no longer looked at: a bound for hostile texts. */
const MOST_LOOKS = 6_000;

/** Decides which candidates are mentions. They come in the order of the text. */
export function judge(cases: readonly Case[], blocks: readonly Block[]): void {
  const article = readAs(cases, blocks);
  const acceptIf = (is: (one: Case, article: Article) => boolean): void => {
    let looks = 0;
    for (const one of cases) {
      if (one.verdict === 'open' && looks++ < MOST_LOOKS && is(one, article)) accept(one, article);
    }
  };
  for (const one of cases) if (one.verdict === 'open' && isFirstGlance(one, article)) accept(one, article);
  acceptIf(isBacked);
  alongNames(cases, article);
  alongLists(cases, article);
  // Each step knows more than the one before: what is likely first, then what leans on it.
  acceptIf(isLikely);
  alongLists(cases, article);
  acceptIf(isKnownWord);
  alongLists(cases, article);
}

/** Throws out sites, firms and words with another meaning first: nothing may be founded on them. */
function readAs(cases: readonly Case[], blocks: readonly Block[]): Article {
  const whole = blocks.map(({ text }) => text).join('\n');
  const defined = new Set(
    [...OTHER_MEANINGS].filter(([, words]) => words.test(whole)).map(([ticker]) => ticker),
  );
  let sure = 0;
  cases.forEach((one, index) => {
    const { candidate, block } = one;
    const text = blocks[block]?.text ?? '';
    const sides = around(text, candidate);
    if (isSite(candidate.term, sides) || isLiteralWord(candidate.term, sides)) one.verdict = 'no';
    else if (FIRMS.has(candidate.term.text) && isCompany(sides)) one.verdict = 'no';
    else if (
      candidate.term.form === 'ticker' &&
      isDefinition(text, candidate) &&
      !isNamed(cases, index, text)
    ) {
      one.verdict = 'no';
      defined.add(candidate.term.text);
    } else if (candidate.marked || candidate.term.tier === 'sure') sure++;
  });
  const words = whole.match(CRYPTO)?.length ?? 0;
  const isCrypto = sure > 0 || words > whole.length / CHARACTERS_PER_WORD;
  return { blocks, isCrypto, established: new Set(), said: new Set(), defined };
}

const isFirstGlance = ({ candidate: { marked, term } }: Case, { defined }: Article): boolean =>
  marked || (term.tier === 'sure' && !defined.has(term.text));

function isBacked({ block, candidate }: Case, { blocks, isCrypto, defined }: Article): boolean {
  const { term } = candidate;
  const { text = '', capitals = 'some' } = blocks[block] ?? {};
  const sides = around(text, candidate);
  if (isHanText(term.text))
    return term.tier === 'likely' ? isBackedName(sides) || isBackedHan(sides) : isBackedHan(sides);
  if (term.tier === 'rare' || defined.has(term.text)) return isBackedStrictly(sides);
  if (term.form === 'name' && hasOwnSymbol(term.id, sides)) return true;
  if (term.form === 'name')
    return isBackedName(sides) && (isCrypto || capitals === 'some' || term.tier !== 'word');
  return capitals === 'all' ? isBackedName(sides) && isCrypto : isBackedTicker(sides);
}

/** `Sonic (S)`: in parentheses after its name even a symbol of one letter tells. */
function hasOwnSymbol(id: string, { after }: Around): boolean {
  const symbol = COIN_BY_ID.get(id)?.symbol ?? '';
  return after.startsWith(` (${symbol})`) || after.startsWith(`(${symbol})`);
}

/** Nothing stands beside it, but it hardly means anything else in an article about crypto. */
function isLikely({ block, candidate }: Case, { blocks, isCrypto, established, defined }: Article): boolean {
  const { term } = candidate;
  if (term.tier !== 'likely' || defined.has(term.text) || !(isCrypto || established.has(term.id)))
    return false;
  const { text = '', isHan = false, capitals = 'some' } = blocks[block] ?? {};
  if (established.has(term.id) || isHan || isHanText(term.text) || SMALL_NAMES.has(term.text)) return true;
  if (term.form === 'ticker') return capitals !== 'all';
  if (!DICTIONARY.has(term.text)) return true;
  const sides = around(text, candidate);
  return (
    capitals === 'some' &&
    !isInLongerName(sides) &&
    isSomebody(text, candidate, established.size >= MANY_COINS)
  );
}

const isProject = (sides: Around, name: string): boolean =>
  isActor(sides) && (name !== 'near' || sides.after.startsWith("'s"));

/** Whether a capitalised word is more than the beginning of a sentence. */
function isSomebody(text: string, candidate: Candidate, isFull: boolean): boolean {
  if (!isOpening(text, candidate)) return true;
  const sides = around(text, candidate);
  const name = candidate.term.text;
  if (isProject(sides, name)) return true;
  return isFull && !NOBODY.has(name) && isSubject(sides);
}

/** Of the rarest, `IP fell 5%` counts where Story is named, and 雪崩 where the article has called the coin so before. */
const isRareKnown = ({ form, text }: Term, sides: Around, said: ReadonlySet<string>): boolean =>
  form === 'ticker' ? isMoved(sides) : said.has(text);

const isLiteralWord = ({ tier, text }: Term, sides: Around): boolean =>
  (tier === 'word' || tier === 'rare' || FOOD.has(text)) && isHanText(text) && isLiteral(sides);

/** A common word counts where the article names the same coin beyond doubt, or, in capitals, among words of the market. */
function isKnownWord(
  { block, candidate }: Case,
  { blocks, isCrypto, established, said, defined }: Article,
): boolean {
  const { term } = candidate;
  const { text = '', isHan = false, capitals = 'some' } = blocks[block] ?? {};
  const isKnown = established.has(term.id);
  if (defined.has(term.text)) return false;
  if (term.tier === 'rare') return isKnown && isRareKnown(term, around(text, candidate), said);
  if (term.tier !== 'word') return false;
  if (isHanText(term.text)) return isKnown;
  if (capitals === 'all') return false;
  if (term.form === 'ticker') {
    if (isKnown || (PLAIN_IN_CAPITALS.has(term.text) && established.size >= MANY_COINS)) return true;
    return isCrypto && isAmongMarketWords(around(text, candidate));
  }
  const isPlain = PLAIN_WITH_CAPITAL.has(term.text) && established.size >= MANY_COINS;
  const sides = around(text, candidate);
  const isShown = isAmongMarketWords(sides) || isActor(sides);
  if (!isKnown && (!isPlain || isInLongerName(sides) || !isShown)) return false;
  if (isHan) return true;
  // A headline is about the coins of its article, unless the word is one that headlines are made of.
  if (capitals === 'words')
    return isProject(sides, term.text) || (isPlain && isKnown && !NOBODY.has(term.text));
  return isSomebody(text, candidate, true);
}
