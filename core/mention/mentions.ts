import type { ArticleReading, Mention } from '../article.ts';
import { makeBlock } from './block.ts';
import { ownParts } from './boilerplate.ts';
import { type Case, judge } from './judge.ts';
import { lexicon } from './lexicon.ts';
import { scan } from './scan.ts';

const MOST_MENTIONS = 500;

/**
 * Finds the coins that an article names. What counts is written in docs/mentions.md.
 * @param blocks visible text, block by block
 */
export function findMentions(blocks: readonly string[]): Pick<ArticleReading, 'mentions' | 'coins'> {
  const made = blocks.map(makeBlock);
  const own = ownParts(made.map(({ text }) => text));
  const cases = made.flatMap(({ text }, block): Case[] => {
    const { from, to } = own[block] ?? { from: 0, to: 0 };
    return scan(text, lexicon())
      .filter(({ start, end }) => start >= from && end <= to)
      .map((candidate) => ({ block, candidate, verdict: 'open' }));
  });
  judge(cases, made);
  const mentions = cases
    .filter(({ verdict }) => verdict === 'yes')
    .map(({ block, candidate: { start, end, term } }): Mention => ({ block, start, end, id: term.id }));
  return { mentions: mentions.slice(0, MOST_MENTIONS), coins: countOf(mentions) };
}

/** Most mentions first. Sorting is stable, so that equals stay in order of appearance. */
function countOf(mentions: readonly Mention[]): ArticleReading['coins'] {
  const counts = new Map<string, number>();
  for (const { id } of mentions) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}
