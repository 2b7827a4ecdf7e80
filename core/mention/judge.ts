import { COIN_BY_ID } from '../catalogue.ts';
import { type Block, isDefinition } from './block.ts';
import { type Article, accept, type Case } from './case.ts';
import {
  type Around,
  around,
  isBackedHan,
  isBackedName,
  isBackedStrictly,
  isBackedTicker,
  isLiteral,
  isMoved,
  isOffice,
  isSite,
} from './context.ts';
import { isKnownWord, isLikely } from './doubtful.ts';
import { isCompany, isFirmName, isShare } from './firms.ts';
import { isHanText, type Term } from './lexicon.ts';
import { FIRMS, FOOD, OFFICES } from './names.ts';
import { alongLists, alongNames, isNamed } from './neighbours.ts';
import { OTHER_MEANINGS } from './other-meanings.ts';
import type { Candidate } from './scan.ts';

const CRYPTO =
  /crypto|blockchain|stablecoin|\bdefi\b|altcoin|memecoin|\bweb3\b|\bnfts?\b|tokens?\b|on-?chain|加密|区块链|代币|稳定币|币圈|公链|链上|虚拟资产|数字资产|数字货币|虚拟货币|山寨币|炒币|币价|爆仓|多单|空单/gi;
/** An article that speaks of crypto less often than this is about something else. */
const CHARACTERS_PER_WORD = 1_200;
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
  // Each step knows more than the one before: what is likely first, then what leans on it, and again: they lean on each other.
  for (const is of [isLikely, isKnownWord, isLikely, isKnownWord]) {
    acceptIf(is);
    alongLists(cases, article);
  }
}

const isLiteralWord = ({ tier, text }: Term, sides: Around): boolean =>
  (tier === 'word' || tier === 'rare' || FOOD.has(text)) && isHanText(text) && isLiteral(sides);

/** Sites, firms and the word itself. */
function isOther({ term, marked }: Candidate, sides: Around, capitals: Block['capitals']): boolean {
  if (isSite(term, sides) || isLiteralWord(term, sides)) return true;
  if (!isHanText(term.text) && isFirmName(sides, capitals !== 'some')) return true;
  if (OFFICES.has(term.text) && !marked && isOffice(sides)) return true;
  return FIRMS.has(term.text) && isCompany(sides);
}

/** Throws out what is something else first: nothing may be founded on it. */
function readAs(cases: readonly Case[], blocks: readonly Block[]): Article {
  const whole = blocks.map(({ text }) => text).join('\n');
  const defined = new Set(
    [...OTHER_MEANINGS].filter(([, words]) => words.test(whole)).map(([ticker]) => ticker),
  );
  let sure = 0;
  cases.forEach((one, index) => {
    const { candidate, block } = one;
    const { term, marked } = candidate;
    const { text = '', capitals = 'some' } = blocks[block] ?? {};
    const sides = around(text, candidate);
    const isTicker = term.form === 'ticker' && !isNamed(cases, index, text);
    if (isOther(candidate, sides, capitals)) one.verdict = 'no';
    else if (isTicker && (isShare(sides) || isDefinition(text, candidate))) {
      one.verdict = 'no';
      if (term.tier !== 'sure') defined.add(term.text);
    } else if (marked || term.tier === 'sure') sure++;
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
  if (term.form === 'name' && hasOwnSymbol(term.id, sides)) return true;
  if (defined.has(term.text)) return isBackedStrictly(sides);
  if (term.tier === 'rare')
    return isBackedStrictly(sides) || (isCrypto && term.form === 'ticker' && isMoved(sides));
  if (term.form === 'name')
    return isBackedName(sides) && (isCrypto || capitals === 'some' || term.tier !== 'word');
  return capitals === 'all' ? isBackedName(sides) && isCrypto : isBackedTicker(sides);
}

/** `Sonic (S)`: in parentheses after its name even a symbol of one letter tells. */
function hasOwnSymbol(id: string, { after }: Around): boolean {
  const symbol = COIN_BY_ID.get(id)?.symbol ?? '';
  return after.startsWith(` (${symbol})`) || after.startsWith(`(${symbol})`);
}
