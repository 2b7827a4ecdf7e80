import { createNote } from '../../components/overlay/note.ts';
import { createPanel } from '../../components/overlay/panel.ts';
import type { PanelActions } from '../../components/overlay/props.ts';
import { GENERIC } from '../../core/disclaimer.ts';
import type { Language } from '../../core/language.ts';
import type { Reference } from '../../core/reference.ts';
import type { SiteState } from '../../core/site-state.ts';
import { placeAfterArticle, whenPageRests } from '../../page/after-article.ts';
import { findArticle } from '../../page/article.ts';
import { readPageLanguage } from '../../page/language.ts';
import { roomBeside } from '../../page/room.ts';
import { isDarkPage, watchTheme } from '../../page/theme.ts';
import {
  isConnected,
  NOTHING_STORED,
  readStored,
  type Stored,
  send,
  watchStored,
  writeSite,
} from '../../platform/overlay-bridge.ts';
import { languageFor, type PageFacts, panelProps, type Ready, type ViewState, wordsOf } from './props.ts';

const PANEL_WIDTH = 304;
/** Ages are told in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
const UNDO_MS = 8_000;

/** Panel and note in one language. */
const createViews = (reference: Reference, language: Language, actions: PanelActions) => {
  const words = wordsOf(reference, language);
  return {
    language,
    panel: createPanel(words, actions),
    note: createNote(GENERIC[language], words.disclaimer),
  };
};

/** The panel and the note on one page: drawn from storage, kept up to date by it, gone when the extension goes. */
export class OverlaySession {
  readonly #site: string;
  #stored = NOTHING_STORED;
  #page: PageFacts;
  #view: ViewState = { expanded: false, busy: false, leaving: false };
  #views: ReturnType<typeof createViews> | null = null;
  #noteIsDue = false;
  readonly #article = findArticle();
  readonly #end = new AbortController();
  readonly #actions: PanelActions = {
    fold: (folded) => this.#changeSite({ folded }),
    expand: () => this.#changeView({ expanded: !this.#view.expanded }),
    refresh: () => void this.#refresh(),
    hide: (hidden) => this.#hide(hidden),
    top: () => scrollTo({ top: 0 }),
    options: () => void send({ type: 'open-options' }),
  };

  constructor(site: string) {
    this.#site = site;
    this.#page = {
      language: readPageLanguage(),
      room: roomBeside(this.#article, innerWidth, PANEL_WIDTH),
      dark: isDarkPage(this.#article),
    };
  }

  async start(): Promise<void> {
    const { signal } = this.#end;
    // Heard before it is read, or a write in between would be missed.
    watchStored(this.#site, () => void this.#reread(), signal);
    this.#stored = await readStored(this.#site);
    watchTheme(() => this.#look(), signal);
    const timer = setInterval(() => this.#take({}), STEP_MS);
    signal.onabort = () => clearInterval(timer);
    // Hidden pages are not drawn, and one in the back/forward cache hears nothing: read again when they come back.
    for (const type of ['visibilitychange', 'online', 'offline']) {
      addEventListener(type, () => void this.#reread(), { signal });
    }
    whenPageRests(() => {
      this.#noteIsDue = true;
      this.#placeNote();
    }, signal);
    // Prices that are not fresh, or none, mean that the background slept through its alarm; a message wakes it.
    if (this.#render() !== 'live') void send({ type: 'refresh', wished: false });
  }

  /** Draws what storage, page and reader say; returns the state of the prices, or null where nothing is shown. */
  #render() {
    const { settings, site, reference } = this.#stored;
    if (!isConnected()) this.#end.abort();
    else if (reference && settings.panel && (!site.hidden || this.#view.leaving)) {
      return this.#show({ ...this.#stored, reference });
    }
    this.#clear();
    return null;
  }

  #show(stored: Ready) {
    const props = panelProps(stored, this.#page, this.#view);
    const { panel, note } = this.#viewsIn(languageFor(stored.settings, this.#page), stored.reference);
    panel.update(props);
    note.update(props.skin);
    if (!panel.host.isConnected) document.documentElement.append(panel.host);
    if (props.leaving) this.#removeNote();
    else this.#placeNote();
    return props.board.state;
  }

  /** The views in this language; in place of those in another, if need be. */
  #viewsIn(language: Language, reference: Reference) {
    const before = this.#views;
    if (before?.language === language) return before;
    const views = createViews(reference, language, this.#actions);
    before?.panel.host.remove();
    before?.note.host.replaceWith(views.note.host);
    this.#views = views;
    return views;
  }

  #clear(): void {
    this.#views?.panel.host.remove();
    this.#removeNote();
  }

  #placeNote(): void {
    if (!this.#noteIsDue || !this.#article || !this.#views?.panel.host.isConnected) return;
    this.#noteIsDue = false; // once
    placeAfterArticle(this.#article, () => this.#views?.note.host, this.#end.signal);
  }

  #removeNote(): void {
    const host = this.#views?.note.host;
    this.#noteIsDue ||= host?.isConnected === true;
    host?.remove();
  }

  #take(part: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...part };
    if (!document.hidden) this.#render();
  }

  #changeView(part: Partial<ViewState>): void {
    this.#view = { ...this.#view, ...part };
    this.#render();
  }

  #changeSite(part: Partial<SiteState>): void {
    const site = { ...this.#stored.site, ...part };
    this.#take({ site });
    void writeSite(this.#site, site);
  }

  #hide(hidden: boolean): void {
    this.#view = { ...this.#view, leaving: hidden };
    this.#changeSite({ hidden });
    if (hidden) setTimeout(() => this.#changeView({ leaving: false }), UNDO_MS);
  }

  #look(): void {
    this.#page = { ...this.#page, dark: isDarkPage(this.#article) };
    this.#render();
  }

  async #refresh(): Promise<void> {
    this.#changeView({ busy: true });
    await send({ type: 'refresh', wished: true });
    this.#changeView({ busy: false });
  }

  async #reread(): Promise<void> {
    // Fifty tabs in the background need not read what nobody looks at.
    if (document.hidden) return;
    // An orphaned script has nothing to read from; drawing notices that and ends it.
    this.#take(isConnected() ? await readStored(this.#site) : {});
  }
}
