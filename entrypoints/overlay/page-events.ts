import { addressOf, watchAddress } from '../../page/address.ts';
import { observe, on } from '../../page/events.ts';
import { underline } from '../../page/mentions.ts';
import { watchTheme } from '../../page/theme.ts';
import { isConnected } from '../../platform/content-bridge.ts';
import { delay, interval, throttle } from '../../platform/timers.ts';
import { currentArticle, factsNow, type OverlayContext } from './effects.ts';
import {
  activeMentions,
  addressSeen,
  articleGone,
  focusCovered,
  looked,
  MAX_AVOIDANCE,
  renderDue,
  viewChosen,
} from './state.ts';

/** Ages are shown in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
/** A browser scrolls to what it focuses in this time. */
const FOCUS_MS = 60;

/**
 * Listens to the page until the extension is gone, and dispatches what happens there.
 * @param reread called when the page was hidden, frozen or without network, and may not be any more
 */
export function watchPage(context: OverlayContext, reread: () => void): void {
  const { mount, state, dispatch } = context;
  const { signal } = context.end;
  const look = (): void => dispatch(looked(factsNow(currentArticle(context))));
  const move = (): void => dispatch(addressSeen(addressOf()));
  const tick = (): void => {
    // The page is being written again.
    if (!document.body) return;
    move();
    if (currentArticle(context)?.isConnected === false) dispatch(articleGone(addressOf()));
    else if (!document.hidden) dispatch(renderDue);
  };
  const stepAside = (target: EventTarget | null): void => {
    while (state().view.avoidanceLevel < MAX_AVOIDANCE && mount.covers(target)) dispatch(focusCovered);
  };
  const underlineAgain = (): unknown => isConnected() && underline(activeMentions(state()));
  watchTheme(look, signal);
  watchAddress(move, signal);
  interval(STEP_MS, tick, signal);
  on(['visibilitychange', 'online', 'offline', 'pageshow'], reread, signal);
  on(['resize'], look, signal);
  on(['scroll'], mount.card.follow, signal);
  on(['scroll'], throttle(underlineAgain, signal), signal);
  on(['focusin'], ({ target }) => delay(FOCUS_MS, () => stepAside(target), signal), signal);
  const fullscreenChanged = (): void =>
    dispatch(viewChosen({ fullscreen: document.fullscreenElement !== null }));
  on(['fullscreenchange'], fullscreenChanged, signal);
  // What is added, as the panel itself is, takes nothing away.
  const changed = (changes: readonly MutationRecord[]): void => {
    if (changes.some(({ removedNodes: [first] }) => first)) dispatch(renderDue);
  };
  observe([document.documentElement], { childList: true }, changed, signal);
}
