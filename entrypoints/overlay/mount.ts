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
  readonly card: MentionCard;
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

interface Views {
  panel?: PanelView;
  note?: NoteView;
  /** As drawn last; absent before that. */
  props?: PanelProps;
}

/** The panel in this language; it and the note take the place of those in another. */
function panelFor(views: Views, { words, appearance }: PanelProps, actions: PanelActions): PanelView {
  const { panel: before, note, props } = views;
  if (before && props?.appearance.lang === appearance.lang) return before;
  const panel = createPanel(words, actions);
  before?.host.replaceWith(panel.host);
  if (note) {
    views.note = createNote(words.disclaimer);
    note.host.replaceWith(views.note.host);
  }
  return panel;
}

/** The card of one coin of the text at a time, at its place in the text. */
interface MentionCard {
  /** Shows the card of this coin; or none. */
  point(mention?: MentionRange): void;
  /** Keeps the card at its place in the text, and lets it go with it. */
  follow(): void;
  /** What it shows may have changed, or be gone. */
  update(panel: PanelView, props: PanelProps): void;
  /** Draws the last day of the coin whose card is shown. */
  draw(prices: readonly string[]): void;
}

function createMentionCard(views: Views): MentionCard {
  let shown: MentionRange | undefined;
  const rowOf = (mention?: MentionRange): MentionedRow | undefined =>
    views.props?.mentioned.find(({ id }) => id === mention?.id);
  function point(mention?: MentionRange): void {
    const { panel, props } = views;
    if (!panel || !props) return;
    const row = rowOf(mention);
    shown = row && mention;
    panel.card.show(row, props);
    follow();
  }
  function follow(): void {
    if (!shown) return;
    const [box] = boxesOf(shown);
    if (box) views.panel?.card.place(box);
    else point();
  }
  return {
    point,
    follow,
    update(panel, props): void {
      const row = rowOf(shown);
      if (row) panel.card.update(row, props);
      else if (shown) point();
    },
    draw(prices): void {
      if (shown) views.panel?.card.draw(prices);
    },
  };
}

/** Does the box contain the middle of the element? */
function coversMiddle(box: DOMRect, element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return box.left < x && x < box.right && box.top < y && y < box.bottom;
}

/** Puts panel, note and card on the page, and takes them away again. */
export function createMount(actions: PanelActions): Mount {
  const views: Views = {};
  const card = createMentionCard(views);
  let isMounted = false;
  let remounts = 0;
  let isNoteDue = false;
  const isOurs = (target: unknown): boolean => target === views.panel?.host;
  const isRemovedByPage = (): boolean => remounts > MAX_REMOUNTS;
  return {
    isOurs,
    isRemovedByPage,
    isMounted: () => isMounted,
    card,
    show(props) {
      const panel = panelFor(views, props, actions);
      views.panel = panel;
      views.props = props;
      panel.update(props);
      views.note?.update(props);
      card.update(panel, props);
      if (panel.host.isConnected || isRemovedByPage()) return false;
      if (isMounted) remounts += 1;
      isMounted = !isRemovedByPage();
      if (isMounted) document.documentElement.append(panel.host);
      return !isMounted;
    },
    reset() {
      remounts = 0;
      card.point();
      views.note?.host.remove();
      isNoteDue = true;
    },
    clear() {
      isMounted = false;
      views.panel?.host.remove();
    },
    placeNote(article, signal) {
      const { props } = views;
      if (!isNoteDue || !isMounted || !article?.isConnected || !props) return;
      isNoteDue = false;
      const note = views.note ?? createNote(props.words.disclaimer);
      views.note = note;
      note.update(props);
      // In another language by then, perhaps.
      placeAfterArticle(article, () => (views.note ?? note).host, signal);
    },
    covers(target) {
      const { panel } = views;
      if (!panel || !isMounted || !(target instanceof Element) || isOurs(target)) return false;
      return coversMiddle(panel.box(), target);
    },
  };
}
