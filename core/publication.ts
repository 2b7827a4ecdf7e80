import type { DateHint } from './article.ts';
export function publishedAt(_dates: readonly DateHint[], _lang: string, _now: number): number | null {
  return null;
}
