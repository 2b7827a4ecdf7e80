import type { PanelProps } from '../../components/overlay/props.ts';
import type { SiteState } from '../../core/sites/site-state.ts';
import { addressOf } from '../../page/address.ts';
import { findArticle } from '../../page/article.ts';
import { type MentionRange, underline } from '../../page/mentions.ts';
import {
  isConnected,
  NOTHING_STORED,
  onPageMessage,
  readStored,
  send,
  watchStored,
  writeSite,
} from '../../platform/content-bridge.ts';
import { delay } from '../../platform/timers.ts';
import { describePage, panelState } from './describe-page.ts';
import { createSteps, showCard, watchPointing } from './hover.ts';
import { afterTakeover } from './hydration-delay.ts';
import { createSurface } from './mount.ts';
import { watchPage } from './page-events.ts';
import { mayStandHere, type PageFacts, readFacts } from './page-facts.ts';
import { FRESH, isReady, panelProps, type ViewState } from './props.ts';
import { type Reader, startReader } from './reader.ts';

const UNDO_MS = 8_000;
/** After an address has changed, a page needs this long to become another, or a few times as long. */
const ARRIVAL_MS = 400;
const ARRIVALS = 5;

/**
 * The panel, the note and the mentions on one page: drawn from storage, kept up to date by it, gone when the extension goes.
 * @param site as in `siteKey`
 */
export async function startSession(site: string): Promise<void> {
  const end = new AbortController();
  const { signal } = end;
  let stored = NOTHING_STORED;
  let view = FRESH;
  let props = null as PanelProps | null; // while nothing is shown
  let isAwake = false;
  // Of the page at this address.
  let pageLifetime = new AbortController();
  let address: string;
  let article: Element | null;
  let page: PageFacts;
  let isHydrated: boolean;
  let reader: Reader | undefined;

  const surface = createSurface({
    fold: (folded) => changeSite({ folded }),
    expand: () => changeView({ expanded: !view.expanded }),
    showMentioned: () => changeView({ allMentioned: !view.allMentioned }),
    foldDisclaimer: (folded) => changeSite({ foldedDisclaimer: folded ? (props?.disclaimer.id ?? '') : '' }),
    move: (place) => changeSite({ place }),
    async refresh() {
      changeView({ busy: true });
      await send({ type: 'refresh', userInitiated: true });
      changeView({ busy: false });
    },
    hide(hidden) {
      view = { ...view, leaving: hidden };
      changeSite({ hidden });
      if (hidden) delay(UNDO_MS, () => changeView({ leaving: false }), signal);
    },
    top: () => scrollTo(0, 0),
    options: () => send({ type: 'open-options' }),
  });
  const isAllowed = (): boolean => mayStandHere(stored.pageContext);
  const spots = (): readonly MentionRange[] =>
    (stored.pageContext?.settings.mentions && surface.isMounted() && reader?.spots) || [];

  /** Draws what storage, page and reader say. */
  function render(): void {
    if (!document.body) return; // being written anew
    if (!isConnected()) end.abort(null);
    const isShown = !signal.aborted && isAllowed() && (!stored.site.hidden || view.leaving);
    if (reader && (!isShown || view.leaving)) leave(); // a reader's no ends the reading too
    const ready = isShown && isReady(stored) ? stored : null;
    if (ready && article && !view.leaving)
      reader ??= startReader(article, page.language.tag, render, pageLifetime.signal);
    const isDue = !reader || reader.isDue || surface.isMounted();
    props = ready && isDue ? panelProps(ready, page, view, reader?.reading) : null;
    if (!props) surface.clear();
    else {
      if (surface.show(props)) void send({ type: 'removed-by-page' });
      if (props.state !== 'live') wake();
      isAwake = true;
      if (!props.folded && surface.isMounted()) reader?.askPasts();
      placeNote();
    }
    underline(spots());
  }

  const placeNote = (): unknown => isHydrated && reader && surface.placeNote(article, pageLifetime.signal);

  // Prices that are missing, or not fresh when they are first shown, mean that the background slept through its alarm.
  const wake = (): void => {
    if (!isAwake) void send({ type: 'refresh', userInitiated: false });
    isAwake = true;
  };

  const point = (spot?: MentionRange): unknown => showCard(surface, reader, spot);

  /** Looks at the page at this address, and again a little later while it has no article. */
  function arrive(tries = 0): void {
    leave();
    address = addressOf();
    isHydrated = false;
    view = { ...view, avoidanceLevel: 0 };
    article = findArticle();
    if (!article && tries) delay(ARRIVAL_MS, () => arrive(tries - 1), pageLifetime.signal);
    look();
  }

  function leave(): void {
    pageLifetime.abort(null); // for a reason of ours: without one the browser makes an error, and its stack costs 2 ms
    pageLifetime = new AbortController();
    reader = undefined;
    surface.arrive();
    afterTakeover(() => {
      isHydrated = true;
      placeNote();
    }, pageLifetime.signal);
  }

  function moved(): void {
    if (address === addressOf()) return;
    address = addressOf();
    article = null;
    leave();
    delay(ARRIVAL_MS, () => arrive(ARRIVALS), pageLifetime.signal);
  }

  /** What may change while the page stays: room, ground, its own prices. */
  function look(): void {
    if (document.body) page = readFacts(article);
    render();
  }

  function changeView(part: Partial<ViewState>): void {
    view = { ...view, ...part };
    render();
  }

  /** What readers do to the panel themselves goes before making way for the focus. */
  function changeSite(part: Partial<SiteState>): void {
    view = { ...view, avoidanceLevel: 0 };
    stored = { ...stored, site: { ...stored.site, ...part } };
    render();
    void writeSite(site, stored.site);
  }

  async function reread(): Promise<void> {
    // Fifty tabs in the background need not read what nobody looks at.
    if (document.hidden) return;
    // An orphaned script has nothing to read from; drawing notices that and ends it.
    if (isConnected()) stored = await readStored(site);
    if (!isReady(stored)) wake();
    render();
  }

  arrive();
  // Heard before it is read, or a write in between would be missed.
  watchStored(site, reread, signal);
  await reread();
  watchPage(
    {
      removed: render,
      look,
      moved,
      back: reread,
      scrolled: surface.follow,
      rested: () => isConnected() && underline(spots()),
      filled: (away) => changeView({ away }),
      tick() {
        if (!document.body) return; // being written anew
        moved();
        // A page may put another article in the place of the one it had, at any time.
        if (article?.isConnected === false) arrive(ARRIVALS);
        else if (!document.hidden) render();
      },
      focused(target) {
        while (view.avoidanceLevel < 2 && surface.covers(target))
          changeView({ avoidanceLevel: props?.folded ? 2 : 1 });
      },
    },
    signal,
  );
  watchPointing(spots, surface.isOurs, point, signal);
  const stepBy = createSteps(spots, point);
  onPageMessage((message) => {
    const { hidden } = stored.site;
    if (message.type === 'report') {
      const present = hidden ? 'hidden' : panelState(props, surface.isRemovedByPage());
      return describePage(site, isAllowed() ? present : 'off', article, reader);
    }
    if (message.type === 'toggle') changeSite({ hidden: false, folded: !hidden && !props?.folded });
    else stepBy(message.by);
    return undefined;
  });
}
