import * as v from 'valibot';
import { cutText, fieldsOf, goodItems } from '../storage/schema-parts.ts';
import type { ArticleText } from './article-types.ts';

/** More than any article has; beyond it the text is cut, not refused. */
const MAX_BLOCKS = 4_000;
const MAX_CHARACTERS = 400_000;
const MAX_DATES = 100;
const MAX_DATE_LENGTH = 120;

function cutBlocks(blocks: readonly unknown[]): string[] {
  let left = MAX_CHARACTERS;
  return blocks.slice(0, MAX_BLOCKS).map((block) => {
    // Offsets count by block: an empty one keeps its place.
    const part = typeof block === 'string' ? block.slice(0, left) : '';
    left -= part.length;
    return part;
  });
}

const DateHintSchema = fieldsOf({
  from: v.picklist(['json-ld', 'meta', 'time', 'text']),
  name: cutText(60),
  value: cutText(MAX_DATE_LENGTH),
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
    dates: v.fallback(goodItems(DateHintSchema, MAX_DATES), []),
  }),
  v.transform((article): ArticleText => article),
);
