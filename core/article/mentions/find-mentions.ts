import type { ArticleReading, Mention } from '../article-types.ts';
import { makeBlock } from './block.ts';
import type { CandidateState } from './candidate-state.ts';
import { classifyCandidates } from './classify.ts';
import { lexicon } from './lexicon.ts';
import { MAX_CANDIDATES, scan } from './scan.ts';
import { ownParts } from './words/boilerplate.ts';

const MAX_MENTIONS = 500;

/**
 * Finds the coins that an article names. The rules are described in docs/mentions.md.
 * @param blocks visible text, block by block
 */
export function findMentions(blocks: readonly string[]): Pick<ArticleReading, 'mentions' | 'coins'> {
  const parsed = blocks.map(makeBlock);
  const ownRanges = ownParts(parsed.map(({ text }) => text));
  const candidates: CandidateState[] = [];
  for (const [block, { text }] of parsed.entries()) {
    const { from, to } = ownRanges[block] ?? { from: 0, to: 0 };
    if (from === to || candidates.length >= MAX_CANDIDATES) continue;
    for (const candidate of scan(text, lexicon())) {
      if (candidate.start >= from && candidate.end <= to)
        candidates.push({ block, candidate, state: 'open' });
    }
  }
  classifyCandidates(candidates, parsed);
  const mentions = candidates
    .filter(({ state }) => state === 'yes')
    .map(({ block, candidate: { start, end, term } }): Mention => ({ block, start, end, id: term.id }));
  return { mentions: mentions.slice(0, MAX_MENTIONS), coins: mentionCount(mentions) };
}

/** Most mentions first. The sort is stable, so ties stay in order of appearance. */
function mentionCount(mentions: readonly Mention[]): ArticleReading['coins'] {
  const counts = new Map<string, number>();
  for (const { id } of mentions) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}
