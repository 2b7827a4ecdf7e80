import type { DateHint } from '../core/article/article-types.ts';
import { all } from './query-all.ts';

const JSON_DATE = /"(date[PC]\w+)"\s*:\s*"([^"]{4,60})"/g;
const LONGEST = 80;
const NEAR = 60;

/**
 * Everything the page says of when it was published: structured data, metas, `<time>`, and short texts near the headline. Which
 * of them to believe is not decided here.
 */
export function readDates(article: Element, headline: Element | null): DateHint[] {
  const hints: DateHint[] = [];
  const add = (from: DateHint['from'], name: string, value: string | undefined): void => {
    // Of each name the first: those further down belong to other articles.
    if (value && (from === 'text' || !hints.some((hint) => hint.from === from && hint.name === name)))
      hints.push({ from, name, value });
  };
  // By pattern: it finds them at any depth (`@graph`), and in data that is not quite JSON.
  for (const { textContent } of all('script[type*="ld+json"]'))
    for (const [, name = '', value] of `${textContent}`.matchAll(JSON_DATE)) add('json-ld', name, value);
  for (const meta of all<HTMLMetaElement>('meta')) {
    const name = meta.getAttribute('property') || meta.name;
    if (/date|time|publish/i.test(name)) add('meta', name, meta.content);
  }
  add('time', '', article.querySelector('time')?.dateTime);
  const around = headline?.parentElement?.parentElement ?? article;
  for (const { textContent } of all('time,span,p,div,li', around).slice(0, NEAR)) {
    const text = `${textContent}`.trim();
    if (text.length < LONGEST) add('text', '', text);
  }
  return hints;
}
