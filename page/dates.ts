import type { DateHint } from '../core/article/article-types.ts';
import { all } from './query-all.ts';

const JSON_DATE = /"(date[PC]\w+)"\s*:\s*"([^"]{4,60})"/g;
const MAX_TEXT_LENGTH = 80;
const MAX_ELEMENTS = 60;

/**
 * Collects all publication dates on the page: structured data, meta tags, `<time>`, and short texts near the headline.
 * The background decides which of them to trust.
 */
export function readDates(article: Element, headline: Element | null): DateHint[] {
  const hints: DateHint[] = [];
  const add = (from: DateHint['from'], name: string, value: string | undefined): void => {
    // The first of each name only: those further down belong to other articles.
    if (value && (from === 'text' || !hints.some((hint) => hint.from === from && hint.name === name)))
      hints.push({ from, name, value });
  };
  // By pattern: it matches at any depth (`@graph`) and in invalid JSON.
  for (const { textContent } of all('script[type*="ld+json"]'))
    for (const [, name = '', value] of `${textContent}`.matchAll(JSON_DATE)) add('json-ld', name, value);
  for (const meta of all<HTMLMetaElement>('meta')) {
    const name = meta.getAttribute('property') || meta.name;
    if (/date|time|publish/i.test(name)) add('meta', name, meta.content);
  }
  add('time', '', article.querySelector('time')?.dateTime);
  const vicinity = headline?.parentElement?.parentElement ?? article;
  for (const { textContent } of all('time,span,p,div,li', vicinity).slice(0, MAX_ELEMENTS)) {
    const text = `${textContent}`.trim();
    if (text.length < MAX_TEXT_LENGTH) add('text', '', text);
  }
  return hints;
}
