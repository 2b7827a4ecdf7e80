/**
 * Puts a note at the end of the text column at a moment when that moves nothing a reader can see (CLS 0): while the
 * column's end is below the window. A column that ends in sight gets it when its end has been scrolled out; a short page
 * gets it after the whole body, if that brings no scroll bar about. If no such moment comes, the note stays away: the panel carries the same words.
 */
export function placeAfterArticle(
  column: Element,
  note: () => Element | undefined,
  view: Window,
  signal: AbortSignal,
): void {
  const { document } = view;
  const isBelow = (): boolean => column.getBoundingClientRect().bottom >= view.innerHeight;
  if (isBelow()) {
    column.append(note() ?? '');
    return;
  }
  const root = document.documentElement;
  if (view.scrollY === 0 && root.scrollHeight > view.innerHeight) {
    root.append(note() ?? '');
    return;
  }
  const onScroll = (): void => {
    if (!isBelow() || !column.isConnected) return;
    view.removeEventListener('scroll', onScroll);
    column.append(note() ?? '');
  };
  view.addEventListener('scroll', onScroll, { passive: true, signal });
}

/** Runs `then` once the page has loaded and rests: late enough for a framework to have taken over its markup. */
export function whenPageRests(view: Window, then: () => void, signal: AbortSignal): void {
  const rest = (): void => {
    // Safari has no idle callback.
    if (view.requestIdleCallback) view.requestIdleCallback(then, { timeout: 2000 });
    else view.setTimeout(then, 200);
  };
  if (view.document.readyState === 'complete') rest();
  else view.addEventListener('load', rest, { once: true, signal });
}
