import type { PanelActions } from '../../components/overlay/props.ts';
import { addressOf } from '../../page/address.ts';
import { underline } from '../../page/mentions.ts';
import {
  isConnected,
  NOTHING_STORED,
  onPageMessage,
  send,
  watchStored,
} from '../../platform/content-bridge.ts';
import { describePage } from './describe-page.ts';
import { createEffects, currentArticle, type Dispatch, factsNow, type OverlayContext } from './effects.ts';
import { createSteps, watchPointing } from './hover.ts';
import { createMount } from './mount.ts';
import { type PageEvents, watchPage } from './page-events.ts';
import { isAllowedHere } from './page-facts.ts';
import { activeMentions, type EventMap, initialState, MAX_AVOIDANCE, reduce } from './state.ts';

/** What a reader does on the panel, as events. */
const actionsFor = (dispatch: Dispatch): PanelActions => ({
  fold: (folded) => dispatch('siteChosen', { folded }),
  expand: (expanded) => dispatch('viewChosen', { expanded }),
  showMentioned: (allMentioned) => dispatch('viewChosen', { allMentioned }),
  foldDisclaimer: (foldedDisclaimer) => dispatch('siteChosen', { foldedDisclaimer }),
  move: (place) => dispatch('siteChosen', { place }),
  refresh: () => dispatch('refreshChosen', null),
  hide: (hidden) => dispatch('hideChosen', hidden),
  top: () => scrollTo(0, 0),
  options: () => void send({ type: 'open-options' }),
});

/** Holds the state: each event is reduced, then its effects run; what happens meanwhile waits for its turn. */
function createContext(site: string): OverlayContext {
  let state = initialState(NOTHING_STORED);
  const waiting: (() => void)[] = [];
  let isRunning = false;
  function dispatch<K extends keyof EventMap>(name: K, event: EventMap[K]): void {
    waiting.push(() => {
      const [next, effects] = reduce(state, name, event);
      state = next;
      for (const effect of effects) run(effect);
    });
    if (isRunning) return;
    isRunning = true;
    try {
      for (let step = waiting.shift(); step; step = waiting.shift()) step();
    } finally {
      isRunning = false;
    }
  }
  const context: OverlayContext = {
    site,
    end: new AbortController(),
    mount: createMount(actionsFor(dispatch)),
    state: () => state,
    dispatch,
    visit: new AbortController(),
    article: null,
  };
  const run = createEffects(context);
  return context;
}

/** What happens on the page, as events. */
function pageEvents(context: OverlayContext, reread: () => void): PageEvents {
  const { mount, state, dispatch } = context;
  return {
    removed: () => dispatch('renderDue', null),
    look: () => dispatch('looked', factsNow(currentArticle(context))),
    moved: () => dispatch('addressSeen', addressOf()),
    back: reread,
    scrolled: mount.follow,
    scrollPaused: () => isConnected() && underline(activeMentions(state())),
    fullscreenChanged: (fullscreen) => dispatch('viewChosen', { fullscreen }),
    tick() {
      // The page is being written again.
      if (!document.body) return;
      dispatch('addressSeen', addressOf());
      if (currentArticle(context)?.isConnected === false) dispatch('articleGone', addressOf());
      else if (!document.hidden) dispatch('renderDue', null);
    },
    focused(target) {
      while (state().view.avoidanceLevel < MAX_AVOIDANCE && mount.covers(target))
        dispatch('focusCovered', null);
    },
  };
}

/** Answers the popup and the keyboard. */
function answerMessages(
  { site, mount, state, dispatch }: OverlayContext,
  stepBy: (by: 1 | -1) => void,
): void {
  onPageMessage((message) => {
    if (message.type === 'report') {
      const isAllowed = isAllowedHere(state().stored.pageContext);
      return describePage(site, state(), isAllowed, mount.isRemovedByPage());
    }
    if (message.type === 'toggle') dispatch('panelToggled', null);
    else stepBy(message.by);
    return undefined;
  });
}

/**
 * The panel, the note and the mentions on one page: drawn from storage, kept up to date by it, gone when the extension goes.
 * @param site as in `siteKey`
 */
export function startOverlay(site: string): void {
  const context = createContext(site);
  const { mount, state, dispatch } = context;
  const { signal } = context.end;
  const mentions = () => activeMentions(state());
  const point: Parameters<typeof watchPointing>[2] = (mention) => dispatch('pointed', mention);
  const reread = (): void => {
    // Fifty tabs in the background need not read what nobody looks at.
    if (!document.hidden) dispatch('storageChanged', null);
  };
  dispatch('arrivalDue', { visit: state().visit, tries: 0, address: addressOf() });
  // Watched before it is read, or a write in between would be missed.
  watchStored(site, reread, signal);
  reread();
  watchPage(pageEvents(context, reread), signal);
  watchPointing(mentions, mount.isOurs, point, signal);
  answerMessages(context, createSteps(mentions, point));
}
