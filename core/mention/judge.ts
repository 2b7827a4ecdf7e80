import { type Block, isDefinition, isOpening } from './block.ts';
import {
  around,
  isActor,
  isAmongMarketWords,
  isBackedHan,
  isBackedName,
  isBackedStrictly,
  isBackedTicker,
  isCompany,
  isSite,
} from './context.ts';
import { isHanText } from './lexicon.ts';
import { DICTIONARY, FIRMS, OTHER_MEANINGS, PLAIN_IN_CAPITALS, SMALL_NAMES } from './names.ts';
import type { Candidate } from './scan.ts';

/** A candidate and what has been made of it. */
export interface Case {
  readonly block: number;
  readonly candidate: Candidate;
  verdict: 'open' | 'yes' | 'no';
}

/** What the article says as a whole. */
interface Article {
  readonly blocks: readonly Block[];
  /** Whether it is about crypto at all. */
  readonly isCrypto: boolean;
  /** Coins named beyond doubt somewhere. */
  readonly established: Set<string>;
  /** Tickers that the article itself gives another meaning. */
  readonly defined: Set<string>;
}

const CRYPTO =
  /crypto|blockchain|stablecoin|\bdefi\b|altcoin|memecoin|\bweb3\b|\bnfts?\b|tokens?\b|on-?chain|加密|区块链|代币|稳定币|币圈|公链|链上|虚拟资产|数字资产|数字货币|虚拟货币|山寨币/gi;
/** An article that speaks of crypto less often than this is about something else. */
const CHARACTERS_PER_WORD = 1_200;
/** An article that names so many coins beyond doubt is full of them. */
const MANY_COINS = 3;
/** Beyond so many doubtful candidates context is no longer looked at: a bound for hostile texts. */
const MOST_LOOKS = 6_000;

const GAP_LIMIT = 40;
const LIST_GAP =
  /^(?:[\s,、/&+|;·()$#%\d.\-。]|and|or|then|plus|as well as|vs|和|与|及|以及|或|跟|均|[A-Z][A-Za-z0-9]{1,12}(?![A-Za-z0-9]))*$/;
const FEWEST_LISTED = 3;
const LIST_SEPARATOR = /[,、/&+|;·]|and|or|vs|和|与|及|或|跟/;

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
}

/** Throws out sites, firms and words with another meaning first: nothing may be founded on them. */
function readAs(cases: readonly Case[], blocks: readonly Block[]): Article {
  const whole = blocks.map(({ text }) => text).join('\n');
  const defined = new Set([...OTHER_MEANINGS].filter(([, words]) => words.test(whole)).map(([ticker]) => ticker));
  let sure = 0;
  cases.forEach((one, index) => {
    const { candidate, block } = one;
    const text = blocks[block]?.text ?? '';
    const sides = around(text, candidate);
    if (isSite(candidate.term, sides)) one.verdict = 'no';
    else if (FIRMS.has(candidate.term.text) && isCompany(sides)) one.verdict = 'no';
    else if (candidate.term.form === 'ticker' && isDefinition(text, candidate) && !isNamed(cases, index, text)) {
      one.verdict = 'no';
      defined.add(candidate.term.text);
    } else if (candidate.marked || candidate.term.tier === 'sure') sure++;
  });
  const words = whole.match(CRYPTO)?.length ?? 0;
  const isCrypto = sure > 0 || words > whole.length / CHARACTERS_PER_WORD;
  return { blocks, isCrypto, established: new Set(), defined };
}

function accept(one: Case, { established }: Article): void {
  one.verdict = 'yes';
  established.add(one.candidate.term.id);
}

const idOf = ({ candidate }: Case): string => candidate.term.id;

const isFirstGlance = ({ candidate: { marked, term } }: Case, { defined }: Article): boolean =>
  marked || (term.tier === 'sure' && !defined.has(term.text));

function isBacked({ block, candidate }: Case, { blocks, isCrypto, defined }: Article): boolean {
  const { term } = candidate;
  const { text = '', isShouting = false } = blocks[block] ?? {};
  const sides = around(text, candidate);
  if (isHanText(term.text)) return term.tier === 'likely' ? isBackedName(sides) || isBackedHan(sides) : isBackedHan(sides);
  if (term.tier === 'rare' || defined.has(term.text)) return isBackedStrictly(sides);
  if (term.form === 'name') return isBackedName(sides) && !(isShouting && term.tier === 'word' && !isCrypto);
  return isShouting ? isBackedName(sides) && isCrypto : isBackedTicker(sides);
}

/** Whether the same coin's other name stands right before this one's parenthesis, or the other way round. */
function isNamed(cases: readonly Case[], index: number, text: string): boolean {
  const self = cases[index];
  return [cases[index - 1], cases[index + 1]].some((other) => {
    if (!self || other?.block !== self.block || other.candidate.term.id !== self.candidate.term.id) return false;
    const [first, second] = other.candidate.start < self.candidate.start ? [other, self] : [self, other];
    return /^[\s"'”」》]*(?:[([/,、|:]|,? ?(?:formerly|previously)(?: known as)?|,?(?:原名|前身(?:为|是)?|旧称|曾用名))?\s*[$#"'“]?$/.test(
      text.slice(first.candidate.end, second.candidate.start).slice(0, GAP_LIMIT),
    );
  });
}

/** `Sky (SKY)`, 雪崩（AVAX）: two names of a coin side by side vouch for each other. */
function alongNames(cases: readonly Case[], article: Article): void {
  cases.forEach((one, index) => {
    if (one.verdict === 'open' && isNamed(cases, index, article.blocks[one.block]?.text ?? '')) accept(one, article);
  });
}

/** Whether two neighbours stand in one list: commas, figures and unknown tickers between them. */
function isListed(left: Case, right: Case, { blocks }: Article): boolean {
  if (left.block !== right.block) return false;
  const { text = '', isShouting = false } = blocks[left.block] ?? {};
  const gap = text.slice(left.candidate.end, right.candidate.start);
  if (gap.length > GAP_LIMIT || !LIST_GAP.test(gap) || !LIST_SEPARATOR.test(gap)) return false;
  return !isShouting || [left, right].every(({ candidate: { term } }) => term.form === 'ticker' || term.tier !== 'word');
}

/** `BTC, ETH, LINK 和 UNI`: what stands in a list is of a kind. One certain coin vouches for all, and so do three tickers. */
function alongLists(cases: readonly Case[], article: Article): void {
  for (let from = 0; from < cases.length; ) {
    let to = from + 1;
    for (let last = cases[from], next = cases[to]; last && next && isListed(last, next, article); next = cases[to]) {
      last = next;
      to++;
    }
    const list = cases.slice(from, to).filter(({ verdict }) => verdict !== 'no');
    const tickers = new Set(list.filter(({ candidate: { term } }) => term.form === 'ticker').map(idOf));
    if (list.some(({ verdict }) => verdict === 'yes') || tickers.size >= FEWEST_LISTED)
      for (const one of list) accept(one, article);
    from = to;
  }
}

/** Nothing stands beside it, but it hardly means anything else in an article about crypto. */
function isLikely({ block, candidate }: Case, { blocks, isCrypto, established, defined }: Article): boolean {
  const { term } = candidate;
  if (term.tier !== 'likely' || defined.has(term.text) || !(isCrypto || established.has(term.id))) return false;
  const { text = '', isHan = false, isShouting = false } = blocks[block] ?? {};
  if (established.has(term.id) || isHan || isHanText(term.text) || SMALL_NAMES.has(term.text)) return true;
  if (term.form === 'ticker') return !isShouting;
  if (!DICTIONARY.has(term.text)) return true;
  return !isShouting && (!isOpening(text, candidate) || isActor(around(text, candidate)));
}

/** A common word counts where the article names the same coin beyond doubt, or, in capitals, among words of the market. */
function isKnownWord({ block, candidate }: Case, { blocks, isCrypto, established, defined }: Article): boolean {
  const { term } = candidate;
  if (term.tier !== 'word' || defined.has(term.text)) return false;
  const { text = '', isHan = false, isShouting = false } = blocks[block] ?? {};
  const isKnown = established.has(term.id);
  if (isHanText(term.text)) return isKnown;
  if (isShouting) return false;
  if (term.form === 'ticker') {
    if (isKnown || (PLAIN_IN_CAPITALS.has(term.text) && established.size >= MANY_COINS)) return true;
    return isCrypto && isAmongMarketWords(around(text, candidate));
  }
  if (!isKnown || isHan) return isKnown;
  return !isOpening(text, candidate) || (term.text !== 'near' && isActor(around(text, candidate)));
}
