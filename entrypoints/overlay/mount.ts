import { createNote, type NoteView } from '../../components/overlay/note.ts';
import { createPanel, type PanelView } from '../../components/overlay/panel.ts';
import type { MentionedRow, PanelActions, PanelProps } from '../../components/overlay/props.ts';
import { placeAfterArticle } from '../../page/insert-note.ts';
import { boxesOf, type MentionRange } from '../../page/mentions.ts';

/** A page that removes the panel gets it back so often, and then has its way. */
const MOST_REMOUNTS = 3;

/** What stands on the page, and how it gets there and away again. */
export function createSurface(actions: PanelActions) {
  let panel: PanelView | undefined;
  let note: NoteView | undefined;
  /** Of both. */
  let lang = '';
  let props: PanelProps;
  let isMounted = false;
  let remounts = 0;
  let isNoteDue = false;
  let shown: MentionRange | undefined;

  const isOurs = (target: unknown): boolean => target === panel?.host;
  const isRemovedByPage = (): boolean => remounts > MOST_REMOUNTS;

  /** The panel in this language; in place of what stood there in another, if need be. */
  function panelFor({ words, appearance }: PanelProps): PanelView {
    if (panel && lang === appearance.lang) return panel;
    lang = appearance.lang;
    const before = panel;
    panel = createPanel(words, actions);
    before?.host.replaceWith(panel.host);
    const old = note;
    if (old) {
      note = createNote(words.disclaimer);
      old.host.replaceWith(note.host);
    }
    return panel;
  }

  const mentionedRowOf = (spot?: MentionRange): MentionedRow | undefined =>
    props.mentioned.find(({ id }) => id === spot?.id);

  /** Shows the card of a coin in the text; or none. */
  function point(spot?: MentionRange): void {
    if (!panel) return;
    const row = mentionedRowOf(spot);
    shown = row && spot;
    panel.card.show(row, props);
    follow();
  }

  /** Keeps the card at its place in the text, and lets it go with it. */
  function follow(): void {
    if (!shown) return;
    const [box] = boxesOf(shown);
    if (box) panel?.card.place(box);
    else point();
  }

  return {
    isOurs,
    isRemovedByPage,
    isMounted: (): boolean => isMounted,
    point,
    follow,
    /** The last day of the coin whose card is shown. */
    draw(spot: MentionRange, prices: readonly string[]): void {
      if (spot === shown) panel?.card.draw(prices);
    },
    /** Another page: nothing was removed from it yet, and its note is still to come. */
    arrive(): void {
      remounts = 0;
      point();
      note?.host.remove();
      isNoteDue = true;
    },
    /** @returns whether the page has just removed the panel once too often */
    show(next: PanelProps): boolean {
      const panel = panelFor(next);
      props = next;
      panel.update(next);
      note?.update(next);
      const row = mentionedRowOf(shown);
      if (row) panel.card.update(row, next);
      else if (shown) point();
      if (panel.host.isConnected || isRemovedByPage()) return false;
      if (isMounted) remounts += 1;
      isMounted = !isRemovedByPage();
      if (isMounted) document.documentElement.append(panel.host);
      return !isMounted;
    },
    clear(): void {
      isMounted = false;
      panel?.host.remove();
    },
    /** The article's note, once. */
    placeNote(article: Element | null, signal: AbortSignal): void {
      if (!isNoteDue || !isMounted || !article?.isConnected) return;
      isNoteDue = false;
      note ??= createNote(props.words.disclaimer);
      note.update(props);
      // In another language by then, perhaps.
      placeAfterArticle(article, () => (note as NoteView).host, signal);
    },
    /** Does the panel, or the pill, lie over the middle of this element? */
    covers(target: EventTarget | null): boolean {
      if (!panel || !isMounted || !(target instanceof Element) || isOurs(target)) return false;
      const { left, top, width, height } = target.getBoundingClientRect();
      const box = panel.box();
      const [x, y] = [left + width / 2, top + height / 2];
      return box.left < x && x < box.right && box.top < y && y < box.bottom;
    },
  };
}
