import { createNote } from '../../components/overlay/note.ts';
import { createPanel } from '../../components/overlay/panel.ts';
import { freshness } from '../../core/freshness.ts';
import type { SiteState } from '../../core/site-state.ts';
import { placeAfterArticle, whenPageRests } from '../../page/after-article.ts';
import { findArticle } from '../../page/article.ts';
import { readPageLanguage } from '../../page/language.ts';
import { roomBeside } from '../../page/room.ts';
import { isDarkPage, watchTheme } from '../../page/theme.ts';
import {
  isConnected,
  readStored,
  type Stored,
  send,
  watchStored,
  writeSite,
} from '../../platform/overlay-bridge.ts';
import { type PageFacts, panelProps, type ViewState } from './props.ts';

const PANEL_WIDTH = 304;
/** Ages are told in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
const UNDO_MS = 8_000;

/** The panel and the note on one page: drawn from storage, kept up to date by it, gone when the extension goes. */
export class OverlaySession {
  readonly #site: string;
  #stored: Stored;
  #page: PageFacts;
  #view: ViewState = { expanded: false, busy: false, leaving: false };
  #pageRests = false;
  readonly #article = findArticle(document, location, __ARTICLE_PAGES__);
  readonly #end = new AbortController();
  readonly #note = createNote();
  readonly #panel = createPanel({
    fold: (folded) => this.#changeSite({ folded }),
    expand: () => this.#changeView({ expanded: !this.#view.expanded }),
    refresh: () => void this.#refresh(),
    hide: (hidden) => this.#hide(hidden),
    top: () =>
      scrollTo({
        top: 0,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
      }),
    options: () => void send({ type: 'open-options' }),
  });

  constructor(site: string, stored: Stored) {
    this.#site = site;
    this.#stored = stored;
    this.#page = {
      language: readPageLanguage(document),
      room: roomBeside(this.#article, innerWidth, PANEL_WIDTH),
      dark: isDarkPage(window, this.#article),
    };
  }

  start(): void {
    const { signal } = this.#end;
    this.#render();
    this.#wakeIfOld();
    watchStored(this.#site, (part) => this.#take(part), signal);
    watchTheme(window, () => this.#look(), signal);
    const timer = setInterval(() => this.#renderInSight(), STEP_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', () => this.#renderInSight(), { signal });
    addEventListener('online', () => this.#render(), { signal });
    addEventListener('offline', () => this.#render(), { signal });
    // A page that comes back from the back/forward cache has missed every change meanwhile.
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#reread(), { signal });
    whenPageRests(
      window,
      () => {
        this.#pageRests = true;
        this.#render();
      },
      signal,
    );
  }

  #render(): void {
    const { settings, site } = this.#stored;
    if (!isConnected()) this.#stop();
    else if (settings.panel && (!site.hidden || this.#view.leaving)) this.#show();
    else this.#clear();
  }

  #show(): void {
    const props = panelProps(this.#stored, this.#page, this.#view);
    this.#panel.update(props);
    if (!this.#panel.host.isConnected) document.documentElement.append(this.#panel.host);
    if (props.leaving) this.#note.host.remove();
    this.#note.update(props.disclaimer, props.skin, props.words.disclaimer);
    if (!this.#pageRests || !this.#article) return;
    this.#pageRests = false; // once
    placeAfterArticle(this.#article, this.#note.host, window, this.#end.signal);
  }

  #renderInSight(): void {
    if (!document.hidden) this.#render();
  }

  #clear(): void {
    this.#panel.host.remove();
    this.#note.host.remove();
  }

  #stop(): void {
    this.#end.abort();
    this.#clear();
  }

  #take(part: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...part };
    this.#renderInSight();
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
    // The note's place in the text is given up with it; the next page of this site brings both back after an undo.
    if (hidden) setTimeout(() => this.#changeView({ leaving: false }), UNDO_MS);
  }

  #look(): void {
    const dark = isDarkPage(window, this.#article);
    if (dark === this.#page.dark) return;
    this.#page = { ...this.#page, dark };
    this.#render();
  }

  async #refresh(): Promise<void> {
    this.#changeView({ busy: true });
    await send({ type: 'refresh', wished: true });
    this.#changeView({ busy: false });
  }

  async #reread(): Promise<void> {
    this.#take(await readStored(this.#site));
  }

  /** Prices that are too old mean that the background has slept through its alarm: any message wakes it. */
  #wakeIfOld(): void {
    const { snapshot, settings } = this.#stored;
    const newest = Object.values(snapshot.quotes).reduce((at, quote) => Math.max(at, quote.at), 0) || null;
    const around = { now: Date.now(), periodMs: settings.periodSeconds * 1000, online: true };
    if (freshness(newest, false, around) !== 'live') void send({ type: 'refresh', wished: false });
  }
}
