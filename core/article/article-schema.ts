import * as v from 'valibot';
import { cutText, fieldsOf, goodItems } from '../storage/schema-parts.ts';
import type { ArticleText } from './article-types.ts';

/** More than any article has; beyond it the text is cut, not refused. */
const MOST_BLOCKS = 4_000;
const MOST_CHARACTERS = 400_000;
const MOST_DATES = 100;
const LONGEST_DATE = 120;

function cutBlocks(blocks: readonly unknown[]): string[] {
  let left = MOST_CHARACTERS;
  return blocks.slice(0, MOST_BLOCKS).map((block) => {
    // Offsets count by block: an empty one keeps its place.
    const part = typeof block === 'string' ? block.slice(0, left) : '';
    left -= part.length;
    return part;
  });
}

const DateHintSchema = fieldsOf({
  from: v.picklist(['json-ld', 'meta', 'time', 'text']),
  name: cutText(60),
  value: cutText(LONGEST_DATE),
});

/** What a page's script sent, read as if an enemy had sent it. */
export const ArticleTextSchema = v.pipe(
  fieldsOf({
    lang: cutText(40),
    path: cutText(2_000),
    blocks: v.pipe(
      v.array(v.unknown()),
      v.transform((blocks) => cutBlocks(blocks)),
    ),
    dates: v.fallback(goodItems(DateHintSchema, MOST_DATES), []),
  }),
  v.transform((article): ArticleText => article),
);
