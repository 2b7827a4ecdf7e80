import { on } from './events.ts';

/**
 * Puts a note at the end of the text column at a moment when that moves nothing a reader can see (CLS 0): while the
 * column's end is below the window. A column that ends in sight gets it when its end has been scrolled out; on a page that
 * scrolls but shows all of its text, it goes after the whole body. If no such moment comes, the note stays away: the panel
 * carries the same words.
 */
export function placeAfterArticle(column: Element, note: () => Element, signal: AbortSignal): void {
  const isBelow = (): boolean => column.getBoundingClientRect().bottom >= innerHeight;
  const end = isBelow() ? column : document.documentElement;
  if (end === column || (scrollY === 0 && end.scrollHeight > innerHeight)) {
    end.append(note());
    return;
  }
  const seen = new AbortController();
  const onScroll = (): void => {
    if (!isBelow()) return;
    seen.abort(null);
    column.append(note());
  };
  on(['scroll'], onScroll, AbortSignal.any([signal, seen.signal]));
}
