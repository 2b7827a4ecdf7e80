import type { PanelProps } from '../../components/overlay/props.ts';
import { isAllowedAt } from '../../core/site-rules.ts';
import type { SiteState } from '../../core/site-state.ts';
import { addressOf } from '../../page/address.ts';
import { whenPageRests } from '../../page/after-article.ts';
import { findArticle } from '../../page/article.ts';
import { readPageLanguage } from '../../page/language.ts';
import { type Spot, underline } from '../../page/mentions.ts';
import { roomBeside } from '../../page/room.ts';
import { hasOwnPrices } from '../../page/strip.ts';
import { isDarkPage } from '../../page/theme.ts';
import {
  isConnected,
  NOTHING_STORED,
  onPageMessage,
  readStored,
  send,
  watchStored,
  writeSite,
} from '../../platform/overlay-bridge.ts';
import { after } from '../../platform/timers.ts';
import { listen } from './listen.ts';
import { reportOf } from './page-report.ts';
import { watchPointing } from './pointing.ts';
import { minuteOf, type PageFacts, panelProps, type ViewState } from './props.ts';
import { type Reader, readArticle } from './reader.ts';
import { createSurface } from './surface.ts';

const PANEL_WIDTH = 304;
const UNDO_MS = 8_000;
/** After an address has changed, a page needs this long to become another, or a few times as long. */
const ARRIVAL_MS = 400;
const ARRIVALS = 5;
/** Coins whose past is asked for. */
const MOST_PASTS = 20;
const OPT_OUT = 'meta[name="tickside" i][content="off" i]';

/**
 * The panel, the note and the mentions on one page: drawn from storage, kept up to date by it, gone when the extension goes.
 * @param site as in `siteKey`
 */
export async function startSession(site: string): Promise<void> {
  const end = new AbortController();
  const { signal } = end;
  let stored = NOTHING_STORED;
  let view: ViewState = {
    ...{ expanded: false, allMentioned: false, busy: false, leaving: false, away: false },
    tucked: 0,
  };
  /** Null while nothing is shown. */
  let props: PanelProps | null = null;
  // Of the page at this address; `stay` ends with it.
  let stay = new AbortController();
  let address: string;
  let article: Element | null;
  let page: PageFacts;
  let rests: boolean;
  let reader: Reader | undefined;
  let step: number;

  const surface = createSurface({
    fold(folded) {
      view = { ...view, tucked: 0 };
      changeSite({ folded });
    },
    expand: () => changeView({ expanded: !view.expanded }),
    showMentioned: () => changeView({ allMentioned: !view.allMentioned }),
    foldDisclaimer: (folded) => changeSite({ foldedDisclaimer: folded ? (props?.disclaimer.id ?? '') : '' }),
    move: (place) => changeSite({ place }),
    async refresh() {
      changeView({ busy: true });
      await send({ type: 'refresh', wished: true });
      changeView({ busy: false });
    },
    hide(hidden) {
      view = { ...view, leaving: hidden };
      changeSite({ hidden });
      if (hidden) after(UNDO_MS, () => changeView({ leaving: false }), signal);
    },
    top: () => scrollTo({ top: 0 }),
    options: () => void send({ type: 'open-options' }),
  });

  const settingsNow = () => stored.reference?.settings;
  const spots = (): readonly Spot[] => (settingsNow()?.mentions && props && reader?.spots) || [];
  const coins = (): string[] => (reader?.reading?.coins ?? []).slice(0, MOST_PASTS).map(({ id }) => id);

  function isAllowed(): boolean {
    const settings = settingsNow();
    return (
      settings !== undefined &&
      !document.querySelector(OPT_OUT) &&
      isAllowedAt(settings, location.hostname, location.pathname)
    );
  }

  /** Draws what storage, page and reader say. */
  function render(): void {
    if (!isConnected()) end.abort();
    const { reference } = stored;
    const isShown = !signal.aborted && isAllowed() && (!stored.site.hidden || view.leaving);
    props = isShown && reference ? panelProps({ ...stored, reference }, page, view, reader?.reading) : null;
    if (!props) {
      surface.clear();
      underline([]);
      return;
    }
    if (surface.show(props)) void send({ type: 'evicted' });
    if (view.leaving) surface.removeNote();
    else if (rests && article) {
      surface.placeNote(article, stay.signal);
      reader ??= readArticle(article, page.language.tag, found, stay.signal);
    }
  }

  /** The article was read, or read again. */
  function found(): void {
    const published = reader?.reading?.published;
    if (coins().length > 0)
      void send({ type: 'history', ids: coins(), at: published ? minuteOf(published) : null });
    void reread();
  }

  const point = (spot?: Spot): void => surface.point(spot, spot && stored.histories.get(spot.id)?.day);

  /** Looks at the page at this address, and again a little later while it has no article. */
  function arrive(tries = 0): void {
    leave();
    address = addressOf();
    rests = false;
    step = -1;
    view = { ...view, tucked: 0 };
    article = findArticle();
    const rest = (): void => {
      rests = true;
      surface.noteIsDue();
      render();
    };
    whenPageRests(rest, stay.signal);
    if (!article && tries) after(ARRIVAL_MS, () => arrive(tries - 1), stay.signal);
    look();
  }

  function leave(): void {
    stay.abort();
    stay = new AbortController();
    reader = undefined;
    underline([]);
    surface.arrive();
  }

  function moved(): void {
    if (addressOf() === address) return;
    address = addressOf();
    leave();
    after(ARRIVAL_MS, () => arrive(ARRIVALS), stay.signal);
  }

  /** What may change while the page stays: room, ground, its own prices. */
  function look(): void {
    page = {
      language: readPageLanguage(),
      room: roomBeside(article, innerWidth, PANEL_WIDTH),
      dark: isDarkPage(article),
      hasPrices: hasOwnPrices(),
    };
    render();
  }

  function changeView(part: Partial<ViewState>): void {
    view = { ...view, ...part };
    render();
  }

  function changeSite(part: Partial<SiteState>): void {
    stored = { ...stored, site: { ...stored.site, ...part } };
    render();
    void writeSite(site, stored.site);
  }

  async function reread(): Promise<void> {
    // Fifty tabs in the background need not read what nobody looks at.
    if (document.hidden) return;
    // An orphaned script has nothing to read from; drawing notices that and ends it.
    if (isConnected()) stored = await readStored(site, coins());
    render();
    underline(spots());
  }

  arrive();
  // Heard before it is read, or a write in between would be missed.
  watchStored(site, coins, () => void reread(), signal);
  await reread();
  listen(
    {
      render,
      look,
      moved,
      back: () => void reread(),
      scrolled: surface.follow,
      filled: (away) => changeView({ away }),
      tick() {
        moved();
        // A page may put another article in the place of the one it had, at any time.
        if (article?.isConnected === false) arrive();
        else if (!document.hidden) render();
      },
      focused(target) {
        while (view.tucked < 2 && surface.covers(target)) changeView({ tucked: props?.folded ? 2 : 1 });
      },
    },
    signal,
  );
  watchPointing(spots, surface.isOurs, point, signal);
  onPageMessage((message) => {
    const { hidden } = stored.site;
    if (message.type === 'report') {
      const how = { isEvicted: surface.isEvicted(), isAllowed: isAllowed(), isHidden: hidden };
      return reportOf(site, how, props, article, reader);
    }
    if (message.type === 'toggle') {
      view = { ...view, tucked: 0 };
      changeSite({ hidden: false, folded: !hidden && !props?.folded });
    } else {
      step = (step + message.by + spots().length) % spots().length;
      const spot = spots()[step];
      spot?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      point(spot);
    }
    return undefined;
  });
  // Prices that are not fresh, or none, mean that the background slept through its alarm; a message wakes it.
  if (props ? (props as PanelProps).state !== 'live' : !stored.reference)
    void send({ type: 'refresh', wished: false });
}
