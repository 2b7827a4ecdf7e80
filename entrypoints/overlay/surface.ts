import { createNote } from '../../components/overlay/note.ts';
import { createPanel } from '../../components/overlay/panel.ts';
import type { PanelActions, PanelProps } from '../../components/overlay/props.ts';
import type { Series } from '../../core/history.ts';
import { placeAfterArticle } from '../../page/after-article.ts';
import { boxesOf, type Spot } from '../../page/mentions.ts';
import { after } from '../../platform/timers.ts';

/** A page that removes the panel gets it back so often, and then has its way. */
const MOST_REMOUNTS = 3;
/**
 * The note waits so long for a framework to take over the article's markup, which may happen well after the page has loaded: an
 * element that it does not know would make it complain, or render all of it anew.
 */
const TAKEOVER_MS = 4_000;

/** Panel and note in one language. */
const createViews = ({ words, skin }: PanelProps, actions: PanelActions) => ({
  lang: skin.lang,
  panel: createPanel(words, actions),
  note: createNote(words.disclaimer),
});

/** What stands on the page, and how it gets there and away again. */
export function createSurface(actions: PanelActions) {
  let views: ReturnType<typeof createViews> | undefined;
  let props: PanelProps;
  let isMounted = false;
  let remounts = 0;
  let isNoteDue = false;
  let shown: Spot | undefined;

  const isOurs = (target: unknown): boolean => target === views?.panel.host;
  const isEvicted = (): boolean => remounts > MOST_REMOUNTS;

  /** The views in this language; in place of those in another, if need be. */
  function viewsFor(next: PanelProps): NonNullable<typeof views> {
    const before = views;
    if (before?.lang === next.skin.lang) return before;
    views = createViews(next, actions);
    before?.panel.host.replaceWith(views.panel.host);
    before?.note.host.replaceWith(views.note.host);
    return views;
  }

  /** Shows the card of a coin in the text; or none. */
  function point(spot?: Spot, day?: Series | null): void {
    const card = views?.panel.card;
    if (!card) return;
    const row = spot && props.mentioned.find(({ id }) => id === spot.id);
    shown = row && spot;
    card.element.hidden = true;
    if (row) card.update(row, day, props);
    follow();
  }

  /** Keeps the card at its place in the text, and lets it go with it. */
  function follow(): void {
    const box = shown && boxesOf(shown)[0];
    if (box) views?.panel.card.place(box);
  }

  return {
    isOurs,
    isEvicted,
    point,
    follow,
    /** Another page: nothing was removed from it yet, and its note is still to come. */
    arrive(): void {
      remounts = 0;
      point();
      views?.note.host.remove();
      isNoteDue = true;
    },
    /** @returns whether the page has just removed the panel once too often */
    show(next: PanelProps): boolean {
      const { panel, note } = viewsFor(next);
      props = next;
      panel.update(next);
      note.update(next);
      if (panel.host.isConnected || isEvicted()) return false;
      if (isMounted) remounts += 1;
      isMounted = !isEvicted();
      if (isMounted) document.documentElement.append(panel.host);
      return !isMounted;
    },
    clear(): void {
      isMounted = false;
      views?.panel.host.remove();
    },
    /** The article's note, once. */
    placeNote(article: Element, signal: AbortSignal): void {
      if (!isNoteDue || !isMounted) return;
      isNoteDue = false;
      after(
        TAKEOVER_MS,
        () => article.isConnected && placeAfterArticle(article, () => views?.note.host, signal),
        signal,
      );
    },
    /** Does the panel, or the pill, lie over the middle of this element? */
    covers(target: EventTarget | null): boolean {
      if (!views || !isMounted || !(target instanceof Element) || isOurs(target)) return false;
      const { left, top, width, height } = target.getBoundingClientRect();
      const box = views.panel.box();
      const [x, y] = [left + width / 2, top + height / 2];
      return box.left < x && x < box.right && box.top < y && y < box.bottom;
    },
  };
}
