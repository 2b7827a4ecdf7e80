import { createNote, type NoteView } from '../../components/overlay/note.ts';
import { createPanel, type PanelView } from '../../components/overlay/panel.ts';
import type { MentionedRow, PanelActions, PanelProps } from '../../components/overlay/props.ts';
import { placeAfterArticle } from '../../page/insert-note.ts';
import { boxesOf, type MentionRange } from '../../page/mentions.ts';

/** A page that removes the panel gets it back this often, and then it stays away. */
const MAX_REMOUNTS = 3;

export interface Mount {
  readonly isOurs: (target: unknown) => boolean;
  readonly isRemovedByPage: () => boolean;
  readonly isMounted: () => boolean;
  /** Shows the card of a coin in the text; or none. */
  point(mention: MentionRange | undefined): void;
  /** Keeps the card at its place in the text, and lets it go with it. */
  follow(): void;
  /** Draws the last day of the coin whose card is shown. */
  drawDay(prices: readonly string[]): void;
  /** Another visit: nothing was removed by the page yet, and its note is still to come. */
  reset(): void;
  /** @returns whether the page has just removed the panel once too often */
  show(props: PanelProps): boolean;
  clear(): void;
  /** The article's note, once a visit. */
  placeNote(article: Element | null, signal: AbortSignal): void;
  /** Does the panel, or the pill, lie over the middle of this element? */
  covers(target: EventTarget | null): boolean;
}

/** Panel and note in one language: one takes the place of the other when the language changes. */
function createViews(actions: PanelActions) {
  let lang = '';
  const views: { panel: PanelView | undefined; note: NoteView | undefined } = {
    panel: undefined,
    note: undefined,
  };
  return {
    views,
    panelFor({ words, appearance }: PanelProps): PanelView {
      if (views.panel && lang === appearance.lang) return views.panel;
      lang = appearance.lang;
      const panel = createPanel(words, actions);
      views.panel?.host.replaceWith(panel.host);
      views.panel = panel;
      if (views.note) {
        const note = createNote(words.disclaimer);
        views.note.host.replaceWith(note.host);
        views.note = note;
      }
      return panel;
    },
    noteFor(props: PanelProps): NoteView {
      const note = views.note ?? createNote(props.words.disclaimer);
      views.note = note;
      note.update(props);
      return note;
    },
  };
}

/** Does the box contain the middle of the element? */
function coversMiddle(box: DOMRect, element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return box.left < x && x < box.right && box.top < y && y < box.bottom;
}

const isCoveredBy = (panel: PanelView | undefined, target: unknown): boolean =>
  panel !== undefined &&
  target instanceof Element &&
  target !== panel.host &&
  coversMiddle(panel.box(), target);

const mentionedRowOf = (props: PanelProps, mention?: MentionRange): MentionedRow | undefined =>
  props.mentioned.find(({ id }) => id === mention?.id);

/** Puts panel, note and card on the page, and takes them away again. */
export function createMount(actions: PanelActions): Mount {
  const { views, panelFor, noteFor } = createViews(actions);
  let props: PanelProps | undefined;
  let isMounted = false;
  let remounts = 0;
  let isNoteDue = false;
  let shown: MentionRange | undefined;

  const isOurs = (target: unknown): boolean => target === views.panel?.host;
  const isRemovedByPage = (): boolean => remounts > MAX_REMOUNTS;

  function point(mention?: MentionRange): void {
    if (!views.panel || !props) return;
    const row = mentionedRowOf(props, mention);
    shown = row && mention;
    views.panel.card.show(row, props);
    follow();
  }

  function follow(): void {
    if (!shown) return;
    const [box] = boxesOf(shown);
    if (box) views.panel?.card.place(box);
    else point();
  }

  function show(next: PanelProps): boolean {
    const panel = panelFor(next);
    props = next;
    panel.update(next);
    views.note?.update(next);
    const row = mentionedRowOf(next, shown);
    if (row) panel.card.update(row, next);
    else if (shown) point();
    if (panel.host.isConnected || isRemovedByPage()) return false;
    if (isMounted) remounts += 1;
    isMounted = !isRemovedByPage();
    if (isMounted) document.documentElement.append(panel.host);
    return !isMounted;
  }

  return {
    isOurs,
    isRemovedByPage,
    isMounted: () => isMounted,
    point,
    follow,
    show,
    drawDay: (prices) => void (shown && views.panel?.card.draw(prices)),
    reset() {
      remounts = 0;
      point();
      views.note?.host.remove();
      isNoteDue = true;
    },
    clear() {
      isMounted = false;
      views.panel?.host.remove();
    },
    placeNote(article, signal) {
      if (!isNoteDue || !isMounted || !article?.isConnected || !props) return;
      isNoteDue = false;
      const { host } = noteFor(props);
      // In another language by then, perhaps.
      placeAfterArticle(article, () => views.note?.host ?? host, signal);
    },
    covers: (target) => isMounted && isCoveredBy(views.panel, target),
  };
}
