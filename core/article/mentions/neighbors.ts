import { type Article, accept, type CandidateState } from './candidate-state.ts';
import { isHanText } from './lexicon.ts';
import type { Tier } from './words/names.ts';

const GAP_LIMIT = 40;
const LIST_GAP =
  /^(?:[\s,、/&+|;·()$#%\d-]|\([^()]{1,16}\)|\.(?=\d)|and|or|then|plus|as well as|vs|和|与|及|以及|或|跟|均|[A-Z][A-Za-z0-9]{1,12}(?![A-Za-z0-9]))*$/;
const FEWEST_LISTED = 3;
const LIST_SEPARATOR = /[,、/&+|;·]|\b(?:and|or|vs|then)\b|和|与|及|或|跟/;
const QUOTE = /^ ?[/-] ?(?:USDT|USDC|FDUSD|USD)\b/i;

const HAN_SEPARATOR = /[、/和与及或跟]/;
const isLoose = (tier: Tier): boolean => tier === 'word' || tier === 'rare';

const coinIdAt = ({ candidate }: CandidateState): string => candidate.term.id;

/** Whether the same coin's other name stands right before this one's parenthesis, or the other way round. */
export function isNamed(cases: readonly CandidateState[], index: number, text: string): boolean {
  const one = cases[index];
  return [cases[index - 1], cases[index + 1]].some((other) => {
    if (!one || other?.block !== one.block || other.candidate.term.id !== one.candidate.term.id) return false;
    const [first, second] = other.candidate.start < one.candidate.start ? [other, one] : [one, other];
    return /^[\s"'”」》]*(?:[([/,、|:]|,? ?(?:formerly|previously)(?: known as)?|,?(?:原名|前身(?:为|是)?|旧称|曾用名))?\s*[$#"'“]?$/.test(
      text.slice(first.candidate.end, second.candidate.start).slice(0, GAP_LIMIT),
    );
  });
}

/** `Sky (SKY)`, 雪崩（AVAX）: two names of a coin side by side vouch for each other. */
export function alongNames(cases: readonly CandidateState[], article: Article): void {
  cases.forEach((one, index) => {
    if (one.state === 'open' && isNamed(cases, index, article.blocks[one.block]?.text ?? ''))
      accept(one, article);
  });
}

/** Whether two neighbours stand in one list: commas, figures and unknown tickers between them. */
function isListed(left: CandidateState, right: CandidateState, { blocks }: Article): boolean {
  if (left.block !== right.block) return false;
  const { text = '', capitals = 'some' } = blocks[left.block] ?? {};
  const gap = text.slice(left.candidate.end, right.candidate.start).replace(QUOTE, '');
  if (gap.length > GAP_LIMIT || !LIST_GAP.test(gap) || !LIST_SEPARATOR.test(gap)) return false;
  // Between clauses Chinese has a comma, between things of a kind another sign.
  const isHanWord = [left, right].some(
    ({ candidate: { term } }) => isHanText(term.text) && isLoose(term.tier),
  );
  if (isHanWord && !HAN_SEPARATOR.test(gap)) return false;
  return (
    capitals === 'some' ||
    [left, right].every(({ candidate: { term } }) => term.form === 'ticker' || term.tier !== 'word')
  );
}

/** `BTC, ETH, LINK 和 UNI`: what stands in a list is of a kind. One certain coin vouches for all, and so do three tickers. */
export function alongLists(cases: readonly CandidateState[], article: Article): void {
  for (let from = 0; from < cases.length; ) {
    let to = from + 1;
    for (
      let last = cases[from], next = cases[to];
      last && next && isListed(last, next, article);
      next = cases[to]
    ) {
      last = next;
      to++;
    }
    const list = cases.slice(from, to).filter(({ state }) => state !== 'no');
    const tickers = new Set(list.filter(({ candidate: { term } }) => term.form === 'ticker').map(coinIdAt));
    if (list.some(({ state }) => state === 'yes') || tickers.size >= FEWEST_LISTED)
      for (const one of list) accept(one, article);
    from = to;
  }
}
