import { COIN_BY_ID } from '../../market/coin-catalog.ts';
import { isKnownWord, isLikely } from './ambiguous-words.ts';
import { type Block, isDefinition } from './block.ts';
import { type Article, accept, type CandidateState } from './candidate-state.ts';
import {
  type Context,
  contextOf,
  isBackedHan,
  isBackedName,
  isBackedStrictly,
  isBackedTicker,
  isLiteral,
  isMoved,
  isOffice,
  isSite,
} from './context.ts';
import { isCompany, isFirmName, isShare } from './firms.ts';
import { isHanText, type Term } from './lexicon.ts';
import { alongLists, alongNames, isNamed } from './neighbors.ts';
import type { Candidate } from './scan.ts';
import { FIRMS, FOOD, OFFICES } from './words/names.ts';
import { OTHER_MEANINGS } from './words/other-meanings.ts';

const CRYPTO =
  /crypto|blockchain|stablecoin|\bdefi\b|altcoin|memecoin|\bweb3\b|\bnfts?\b|tokens?\b|on-?chain|加密|区块链|代币|稳定币|币圈|公链|链上|虚拟资产|数字资产|数字货币|虚拟货币|山寨币|炒币|币价|爆仓|多单|空单/gi;
/** An article with fewer crypto words than one per this many characters is about something else. */
const CHARACTERS_PER_WORD = 1_200;
/** Maximum number of candidates whose context is checked; bounds the cost of hostile text. */
const MAX_CONTEXT_CHECKS = 6_000;

/** Decides which candidates are mentions. Candidates are in text order. */
export function classifyCandidates(candidates: readonly CandidateState[], blocks: readonly Block[]): void {
  const article = describeArticle(candidates, blocks);
  const acceptIf = (is: (candidateState: CandidateState, article: Article) => boolean): void => {
    let checks = 0;
    for (const candidateState of candidates) {
      if (candidateState.state === 'open' && checks++ < MAX_CONTEXT_CHECKS && is(candidateState, article))
        accept(candidateState, article);
    }
  };
  for (const candidateState of candidates)
    if (candidateState.state === 'open' && isFirstGlance(candidateState, article))
      accept(candidateState, article);
  acceptIf(isBacked);
  alongNames(candidates, article);
  alongLists(candidates, article);
  // Each step builds on the previous ones: likely terms, then words that depend on them, then both again.
  for (const is of [isLikely, isKnownWord, isLikely, isKnownWord]) {
    acceptIf(is);
    alongLists(candidates, article);
  }
}

const isLiteralWord = ({ tier, text }: Term, sides: Context): boolean =>
  (tier === 'word' || tier === 'rare' || FOOD.has(text)) && isHanText(text) && isLiteral(sides);

/** Sites, firms, and the word in its ordinary meaning. */
function isOther({ term, marked }: Candidate, sides: Context, capitals: Block['capitals']): boolean {
  if (isSite(term, sides) || isLiteralWord(term, sides)) return true;
  if (!isHanText(term.text) && isFirmName(sides, capitals !== 'some')) return true;
  if (OFFICES.has(term.text) && !marked && isOffice(sides)) return true;
  return FIRMS.has(term.text) && isCompany(sides);
}

/** Rejects candidates with another meaning first, so that no decision builds on them. */
function describeArticle(candidates: readonly CandidateState[], blocks: readonly Block[]): Article {
  const whole = blocks.map(({ text }) => text).join('\n');
  const defined = new Set(
    [...OTHER_MEANINGS].filter(([, words]) => words.test(whole)).map(([ticker]) => ticker),
  );
  let sure = 0;
  candidates.forEach((candidateState, index) => {
    const { candidate, block } = candidateState;
    const { term, marked } = candidate;
    const { text = '', capitals = 'some' } = blocks[block] ?? {};
    const sides = contextOf(text, candidate);
    const isTicker = term.form === 'ticker' && !isNamed(candidates, index, text);
    if (isOther(candidate, sides, capitals)) candidateState.state = 'no';
    else if (isTicker && (isShare(sides) || isDefinition(text, candidate))) {
      candidateState.state = 'no';
      if (term.tier !== 'sure') defined.add(term.text);
    } else if (marked || term.tier === 'sure') sure++;
  });
  const words = whole.match(CRYPTO)?.length ?? 0;
  const isCrypto = sure > 0 || words > whole.length / CHARACTERS_PER_WORD;
  return { blocks, isCrypto, established: new Set(), acceptedTerms: new Set(), defined };
}

const isFirstGlance = ({ candidate: { marked, term } }: CandidateState, { defined }: Article): boolean =>
  marked || (term.tier === 'sure' && !defined.has(term.text));

function isBacked({ block, candidate }: CandidateState, { blocks, isCrypto, defined }: Article): boolean {
  const { term } = candidate;
  const { text = '', capitals = 'some' } = blocks[block] ?? {};
  const sides = contextOf(text, candidate);
  if (isHanText(term.text)) return isBackedHan(sides) || (term.tier === 'likely' && isBackedName(sides));
  if (term.form === 'name' && hasOwnSymbol(term.id, sides)) return true;
  if (defined.has(term.text)) return isBackedStrictly(sides);
  if (term.tier === 'rare')
    return isBackedStrictly(sides) || (isCrypto && term.form === 'ticker' && isMoved(sides));
  if (term.form === 'name')
    return isBackedName(sides) && (isCrypto || capitals === 'some' || term.tier !== 'word');
  return capitals === 'all' ? isBackedName(sides) && isCrypto : isBackedTicker(sides);
}

/** `Sonic (S)`: in parentheses after its name, even a one-letter symbol is enough. */
function hasOwnSymbol(id: string, { after }: Context): boolean {
  const symbol = COIN_BY_ID.get(id)?.symbol ?? '';
  return after.startsWith(` (${symbol})`) || after.startsWith(`(${symbol})`);
}
