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

/** Whether this candidate is in parentheses after another name of the same coin, or the other way round. */
export function isNamed(candidates: readonly CandidateState[], index: number, text: string): boolean {
  const entry = candidates[index];
  return [candidates[index - 1], candidates[index + 1]].some((other) => {
    if (!entry || other?.block !== entry.block || other.candidate.term.id !== entry.candidate.term.id)
      return false;
    const [first, second] = other.candidate.start < entry.candidate.start ? [other, entry] : [entry, other];
    return /^[\s"'”」》]*(?:[([/,、|:]|,? ?(?:formerly|previously)(?: known as)?|,?(?:原名|前身(?:为|是)?|旧称|曾用名))?\s*[$#"'“]?$/.test(
      text.slice(first.candidate.end, second.candidate.start).slice(0, GAP_LIMIT),
    );
  });
}

/** `Sky (SKY)`, 雪崩（AVAX）: two adjacent names of a coin confirm each other. */
export function alongNames(candidates: readonly CandidateState[], article: Article): void {
  candidates.forEach((entry, index) => {
    if (entry.state === 'open' && isNamed(candidates, index, article.blocks[entry.block]?.text ?? ''))
      accept(entry, article);
  });
}

/** Whether two neighbors are in one list: separated by commas, figures and unknown tickers. */
function isListed(left: CandidateState, right: CandidateState, { blocks }: Article): boolean {
  if (left.block !== right.block) return false;
  const { text = '', capitals = 'some' } = blocks[left.block] ?? {};
  const gap = text.slice(left.candidate.end, right.candidate.start).replace(QUOTE, '');
  if (gap.length > GAP_LIMIT || !LIST_GAP.test(gap) || !LIST_SEPARATOR.test(gap)) return false;
  // In Chinese, commas separate clauses, while list items use another sign.
  const isHanWord = [left, right].some(
    ({ candidate: { term } }) => isHanText(term.text) && isLoose(term.tier),
  );
  if (isHanWord && !HAN_SEPARATOR.test(gap)) return false;
  return (
    capitals === 'some' ||
    [left, right].every(({ candidate: { term } }) => term.form === 'ticker' || term.tier !== 'word')
  );
}

/**
 * `BTC, ETH, LINK 和 UNI`: list items are of one kind. One certain coin confirms all of them, and so do three tickers.
 */
export function alongLists(candidates: readonly CandidateState[], article: Article): void {
  for (let from = 0; from < candidates.length; ) {
    let to = from + 1;
    for (
      let last = candidates[from], next = candidates[to];
      last && next && isListed(last, next, article);
      next = candidates[to]
    ) {
      last = next;
      to++;
    }
    const list = candidates.slice(from, to).filter(({ state }) => state !== 'no');
    const tickers = new Set(list.filter(({ candidate: { term } }) => term.form === 'ticker').map(coinIdAt));
    if (list.some(({ state }) => state === 'yes') || tickers.size >= FEWEST_LISTED)
      for (const entry of list) accept(entry, article);
    from = to;
  }
}
