import type { DateHint } from '../core/article.ts';

const JSON_DATE = /"(date(?:Published|Modified|Created))"\s*:\s*"([^"]{4,60})"/g;
/** `2025-10-10`, `2025年10月10日`, `10 October 2025`, `Oct 10, 2025`, `3 小时前`, `2 hours ago`. */
const VISIBLE =
  /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}月\d{1,2}日|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.{0,6}\d|\d+\s?(分钟|分鐘|小时|小時|天|min\w*|hours?|days?)\s?(前|ago)/i;
const LONGEST = 80;
const NEAR = 60;
const MOST_OF_A_KIND = 8;

/**
 * Everything the page says of when it was published: structured data, metas, `<time>`, and short texts near the headline. Which
 * of them to believe is not decided here.
 */
export function readDates(article: Element, headline: Element | null): DateHint[] {
  const hints: DateHint[] = [];
  const add = (from: DateHint['from'], name: string | null, value: string | null | undefined): void => {
    const isMore = hints.filter((hint) => hint.from === from).length >= MOST_OF_A_KIND;
    if (value && !isMore) hints.push({ from, name: name ?? '', value: value.trim() });
  };
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]')) {
    // By pattern: it finds them at any depth (`@graph`), and in data that is not quite JSON. Of each name the first: those
    // further down belong to other articles.
    const names = new Set<string>();
    for (const [, name = '', value = ''] of textContent?.matchAll(JSON_DATE) ?? []) {
      if (!names.has(name)) add('json-ld', name, value.replace(/\\u002b/i, '+'));
      names.add(name);
    }
  }
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[content]')) {
    const name = meta.getAttribute('property') ?? (meta.name || meta.getAttribute('itemprop'));
    if (/date|time|publish/i.test(name ?? '') && /\d{4}/.test(meta.content)) add('meta', name, meta.content);
  }
  for (const time of article.querySelectorAll('time')) add('time', '', time.getAttribute('datetime'));
  const around = (headline ?? article).parentElement?.parentElement ?? article;
  for (const { textContent } of [...around.querySelectorAll('time,span,p,div,li')].slice(0, NEAR)) {
    const text = textContent?.trim() ?? '';
    if (text.length < LONGEST && VISIBLE.test(text)) add('text', '', text);
  }
  return hints;
}
