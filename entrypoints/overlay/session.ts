import type { PanelActions, PanelProps } from '../../components/overlay/props.ts';
import type { PageMessage, PageReport } from '../../core/message.ts';
import { isAllowedAt } from '../../core/site-rules.ts';
import type { SiteState } from '../../core/site-state.ts';
import { addressOf, watchAddress } from '../../page/address.ts';
import { whenPageRests } from '../../page/after-article.ts';
import { findArticle } from '../../page/article.ts';
import { readPageLanguage } from '../../page/language.ts';
import { type Spot, underline } from '../../page/mentions.ts';
import { roomBeside } from '../../page/room.ts';
import { hasOwnPrices } from '../../page/strip.ts';
import { isDarkPage, watchTheme } from '../../page/theme.ts';
import {
  isConnected,
  NOTHING_STORED,
  onPageMessage,
  readStored,
  type Stored,
  send,
  watchStored,
  writeSite,
} from '../../platform/overlay-bridge.ts';
import { after, every } from '../../platform/timers.ts';
import { watchPointing } from './pointing.ts';
import { minuteOf, type PageFacts, panelProps, type ViewState } from './props.ts';
import { ArticleReader } from './reader.ts';
import { Surface } from './surface.ts';

const PANEL_WIDTH = 304;
/** Ages are told in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
const UNDO_MS = 8_000;
/** After an address has changed, a page needs this long to become another, or a few times as long. */
const ARRIVAL_MS = 400;
const ARRIVALS = 5;
/** Coins whose past is asked for. */
const MOST_PASTS = 20;

const OPT_OUT = 'meta[name="tickside" i][content="off" i]';
const FRESH: ViewState = {
  ...{ expanded: false, allMentioned: false, busy: false, leaving: false, away: false },
  tucked: 0,
};

/** The panel, the note and the mentions on one page: drawn from storage, kept up to date by it, gone when the extension goes. */
export class OverlaySession {
  readonly #site: string;
  readonly #end = new AbortController();
  readonly #actions: PanelActions = {
    fold: (folded) => {
      this.#view = { ...this.#view, tucked: 0 };
      this.#changeSite({ folded });
    },
    expand: () => this.#changeView({ expanded: !this.#view.expanded }),
    showMentioned: () => this.#changeView({ allMentioned: !this.#view.allMentioned }),
    foldDisclaimer: (folded) => {
      const id = this.#props?.disclaimer.id ?? '';
      this.#changeSite({ foldedDisclaimer: folded ? id : '' });
    },
    move: (place) => this.#changeSite({ place }),
    refresh: () => void this.#refresh(),
    hide: (hidden) => this.#hide(hidden),
    top: () => scrollTo({ top: 0 }),
    options: () => void send({ type: 'open-options' }),
  };
  readonly #surface = new Surface(this.#actions);
  #stored = NOTHING_STORED;
  #view = FRESH;
  #props: PanelProps | null = null;
  // Of the page at this address.
  #address = '';
  #article: Element | null = null;
  #page!: PageFacts;
  #stay = new AbortController();
  #rests = false;
  #reader: ArticleReader | null = null;
  #step = -1;

  constructor(site: string) {
    this.#site = site;
    this.#arrive();
  }

  async start(): Promise<void> {
    const { signal } = this.#end;
    // Heard before it is read, or a write in between would be missed.
    watchStored(
      this.#site,
      () => this.#coins(),
      () => void this.#reread(),
      signal,
    );
    this.#stored = await readStored(this.#site, []);
    watchTheme(() => this.#look(), signal);
    watchAddress(() => this.#moved(), signal);
    watchPointing(
      () => this.#reader?.spots ?? [],
      (target) => this.#surface.isOurs(target),
      (spot) => this.#point(spot),
      signal,
    );
    onPageMessage((message) => this.#answer(message));
    every(STEP_MS, () => this.#tick(), signal);
    // Hidden pages are not drawn, and one in the back/forward cache hears nothing: read again when they come back.
    for (const type of ['visibilitychange', 'online', 'offline', 'pageshow']) {
      addEventListener(type, () => void this.#reread(), { signal });
    }
    addEventListener('resize', () => this.#look(), { signal });
    addEventListener('scroll', () => this.#surface.follow(), { passive: true, capture: true, signal });
    document.addEventListener(
      'fullscreenchange',
      () => this.#changeView({ away: document.fullscreenElement !== null }),
      { signal },
    );
    // Once the browser has scrolled to it.
    addEventListener('focusin', ({ target }) => after(60, () => this.#makeWay(target), signal), { signal });
    // Prices that are not fresh, or none, mean that the background slept through its alarm; a message wakes it.
    this.#render();
    if (this.#mayShow() && this.#props?.board.state !== 'live') void send({ type: 'refresh', wished: false });
    const observer = new MutationObserver(() => this.#render());
    observer.observe(document.documentElement, { childList: true });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  #mayShow(): boolean {
    const { settings, site } = this.#stored;
    return this.#isAllowed(settings) && (!site.hidden || this.#view.leaving);
  }

  #isAllowed(settings: Stored['settings']): boolean {
    return !document.querySelector(OPT_OUT) && isAllowedAt(settings, location.hostname, location.pathname);
  }

  /** Draws what storage, page and reader say. */
  #render(): void {
    const { reference } = this.#stored;
    if (!isConnected()) this.#end.abort();
    this.#props =
      reference && this.#mayShow() && !this.#end.signal.aborted
        ? panelProps({ ...this.#stored, reference }, this.#page, this.#view, this.#reader?.reading ?? null)
        : null;
    if (this.#props) this.#show(this.#props);
    else this.#clear();
  }

  #show(props: PanelProps): void {
    if (this.#surface.show(props)) void send({ type: 'evicted' });
    const { signal } = this.#stay;
    if (!this.#rests || !this.#article || props.leaving) return;
    this.#surface.placeNote(this.#article, signal);
    this.#reader ??= new ArticleReader(this.#article, this.#page.language.tag, () => this.#found(), signal);
  }

  #clear(): void {
    this.#surface.clear();
    underline([]);
  }

  #coins(): string[] {
    return (this.#reader?.reading?.coins ?? []).slice(0, MOST_PASTS).map(({ id }) => id);
  }

  /** The article was read, or read again. */
  #found(): void {
    const [ids, published] = [this.#coins(), this.#reader?.reading?.published];
    if (ids.length > 0) void send({ type: 'history', ids, at: published ? minuteOf(published) : null });
    void this.#reread();
  }

  #point(spot: Spot | undefined): void {
    this.#surface.point(spot, spot && this.#stored.histories.get(spot.id)?.day);
  }

  #answer(message: PageMessage): PageReport | undefined {
    const { settings, site } = this.#stored;
    const spots = this.#reader?.spots ?? [];
    if (message.type === 'step') {
      this.#step = (this.#step + message.by + spots.length) % spots.length;
      const spot = spots[this.#step];
      spot?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      this.#point(spot);
    } else if (message.type === 'toggle') {
      const isOpen = this.#props && !this.#props.folded;
      this.#view = { ...this.#view, tucked: 0 };
      this.#changeSite({ hidden: false, folded: Boolean(isOpen) });
    } else {
      const shown = this.#props?.folded ? 'folded' : 'open';
      const absent = this.#isAllowed(settings) ? 'hidden' : 'off';
      const { reading } = this.#reader ?? {};
      return {
        site: this.#site,
        panel: this.#surface.isEvicted ? 'evicted' : this.#props && !site.hidden ? shown : absent,
        coins: this.#article ? (reading?.coins ?? []) : null,
        published: reading?.published ?? null,
      };
    }
    return undefined;
  }

  /** Looks at the page at this address, and again a little later while it has no article. */
  #arrive(tries = 0): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#address = addressOf();
    this.#reader = null;
    this.#rests = false;
    this.#step = -1;
    underline([]);
    this.#surface.arrive();
    this.#view = { ...this.#view, tucked: 0 };
    this.#article = findArticle();
    const { signal } = this.#stay;
    const rest = (): void => {
      this.#rests = true;
      this.#surface.noteIsDue();
      this.#render();
    };
    whenPageRests(rest, signal);
    if (!this.#article && tries > 0) after(ARRIVAL_MS, () => this.#arrive(tries - 1), signal);
    this.#look();
  }

  #moved(): void {
    if (addressOf() === this.#address) return;
    this.#address = addressOf();
    this.#stay.abort();
    this.#stay = new AbortController();
    after(ARRIVAL_MS, () => this.#arrive(ARRIVALS), this.#stay.signal);
  }

  #tick(): void {
    this.#moved();
    // A page may put another article in the place of the one it had, at any time.
    if (this.#article?.isConnected === false) this.#arrive();
    this.#take({});
  }

  /** What may change while the page stays: room, ground, its own prices. */
  #look(): void {
    const article = this.#article;
    this.#page = {
      language: readPageLanguage(),
      room: roomBeside(article, innerWidth, PANEL_WIDTH),
      dark: isDarkPage(article),
      hasPrices: hasOwnPrices(),
    };
    this.#render();
  }

  /** Gets out of the way of what the page has the focus on. */
  #makeWay(target: EventTarget | null): void {
    while (this.#view.tucked < 2 && this.#surface.covers(target))
      this.#changeView({ tucked: this.#view.tucked + (this.#props?.folded ? 2 : 1) });
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
    if (hidden) after(UNDO_MS, () => this.#changeView({ leaving: false }), this.#end.signal);
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
    this.#take(isConnected() ? await readStored(this.#site, this.#coins()) : {});
    underline(this.#props && this.#stored.settings.mentions ? (this.#reader?.spots ?? []) : []);
  }
}
