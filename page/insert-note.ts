import { on } from './events.ts';

/**
 * Inserts a note at the end of the text column without moving anything in view (CLS 0), that is, while the end of the
 * column is below the window. If the end is in view, waits until it has been scrolled out. On a page that scrolls but
 * shows the whole article, appends the note to the document instead. If none of this happens, the note is not shown;
 * the panel contains the same text.
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
