import type { ArticleReading, ArticleText } from './article-types.ts';
import { findMentions } from './mentions/find-mentions.ts';
import { publishedAt } from './publish-date/index.ts';

/**
 * Finds the coins that an article names and when it was published.
 * @param now ms since the epoch
 */
export function analyzeArticle({ blocks, dates, lang }: ArticleText, now: number): ArticleReading {
  return { ...findMentions(blocks), published: publishedAt(dates, lang, now) };
}
