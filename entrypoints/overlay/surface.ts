import { createNote } from '../../components/overlay/note.ts';
import { createPanel } from '../../components/overlay/panel.ts';
import type { PanelActions, PanelProps } from '../../components/overlay/props.ts';
import type { Series } from '../../core/history.ts';
import { placeAfterArticle } from '../../page/after-article.ts';
import { boxesOf, type Spot } from '../../page/mentions.ts';

/** A page that removes the panel gets it back so often, and then has its way. */
const MOST_REMOUNTS = 3;

/** Panel and note in one language. */
const createViews = ({ words, skin }: PanelProps, actions: PanelActions) => ({
  lang: skin.lang,
  panel: createPanel(words, actions),
  note: createNote(words.disclaimer),
});

/** What stands on the page, and how it gets there and away again. */
export class Surface {
  readonly #actions: PanelActions;
  #views: ReturnType<typeof createViews> | null = null;
  #props: PanelProps | null = null;
  #isMounted = false;
  #remounts = 0;
  #noteIsDue = false;
  #spot: Spot | undefined;

  constructor(actions: PanelActions) {
    this.#actions = actions;
  }

  get isEvicted(): boolean {
    return this.#remounts > MOST_REMOUNTS;
  }

  /** Another page: nothing was removed from it yet, and its note is still to come. */
  arrive(): void {
    this.#remounts = 0;
    this.point(undefined);
    this.#removeNote();
    this.#noteIsDue = false;
  }

  isOurs(target: unknown): boolean {
    return target === this.#views?.panel.host;
  }

  /** @returns whether the page has just removed the panel once too often */
  show(props: PanelProps): boolean {
    const { panel, note } = this.#viewsFor(props);
    this.#props = props;
    panel.update(props);
    note.update(props.skin, props.disclaimer);
    if (panel.host.isConnected || this.isEvicted) return false;
    if (this.#isMounted) this.#remounts += 1;
    if (this.isEvicted) return true;
    document.documentElement.append(panel.host);
    this.#isMounted = true;
    return false;
  }

  /** The views in this language; in place of those in another, if need be. */
  #viewsFor(props: PanelProps) {
    const before = this.#views;
    if (before?.lang === props.skin.lang) return before;
    const views = createViews(props, this.#actions);
    before?.panel.host.replaceWith(views.panel.host);
    before?.note.host.replaceWith(views.note.host);
    this.#views = views;
    return views;
  }

  clear(): void {
    this.#isMounted = false;
    this.#views?.panel.host.remove();
    this.#removeNote();
  }

  /** The note may be placed from now on, once. */
  noteIsDue(): void {
    this.#noteIsDue = true;
  }

  placeNote(article: Element, signal: AbortSignal): void {
    if (!this.#noteIsDue || !this.#isMounted) return;
    this.#noteIsDue = false;
    placeAfterArticle(article, () => this.#views?.note.host, signal);
  }

  #removeNote(): void {
    const host = this.#views?.note.host;
    this.#noteIsDue ||= host?.isConnected === true;
    host?.remove();
  }

  /** Shows the card of a coin in the text; or none. */
  point(spot: Spot | undefined, day?: Series | null): void {
    const card = this.#views?.panel.card;
    const row = this.#props?.mentioned.find(({ id }) => id === spot?.id);
    this.#spot = row && spot;
    if (!card) return;
    card.element.hidden = true;
    if (row && this.#props) card.update(row, day ?? null, this.#props);
    this.follow();
  }

  /** Keeps the card at its place in the text, and lets it go with it. */
  follow(): void {
    const box = this.#spot && boxesOf(this.#spot)[0];
    if (!box) return;
    if (box.bottom < 0 || box.top > innerHeight) this.point(undefined);
    else this.#views?.panel.card.place(box);
  }

  /** Does the panel, or the pill, lie over the middle of this element? */
  covers(target: EventTarget | null): boolean {
    if (!(target instanceof Element) || this.isOurs(target) || !this.#isMounted) return false;
    const { left, top, width, height } = target.getBoundingClientRect();
    const box = this.#views?.panel.box();
    const [x, y] = [left + width / 2, top + height / 2];
    return box !== undefined && box.left < x && x < box.right && box.top < y && y < box.bottom;
  }
}
