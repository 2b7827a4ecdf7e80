import { watchAddress } from '../../page/address.ts';
import { observe, on } from '../../page/events.ts';
import { watchTheme } from '../../page/theme.ts';
import { delay, interval, throttle } from '../../platform/timers.ts';

/** Ages are shown in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
/** A browser scrolls to what it focuses in this time. */
const FOCUS_MS = 60;

/** What can happen to a page, by what there is to do. */
export interface PageEvents {
  tick(): void;
  /** The page may be another one now. */
  moved(): void;
  /** It was hidden, frozen or without network, and may not be any more. */
  back(): void;
  /** Its size or its colours changed. */
  look(): void;
  /** Once for every scroll event. */
  scrolled(): void;
  /** It was scrolled, a moment ago and maybe still. */
  scrollPaused(): unknown;
  focused(target: EventTarget | null): void;
  /** Something of the page fills the screen, or does no longer. */
  fullscreenChanged(fullscreen: boolean): void;
  /** Something beside the body was removed. */
  removed(): void;
}

/** Listens to the page until the signal aborts. */
export function watchPage(to: PageEvents, signal: AbortSignal): void {
  watchTheme(to.look, signal);
  watchAddress(to.moved, signal);
  interval(STEP_MS, to.tick, signal);
  on(['visibilitychange', 'online', 'offline', 'pageshow'], to.back, signal);
  on(['resize'], to.look, signal);
  on(['scroll'], to.scrolled, signal);
  on(['scroll'], throttle(to.scrollPaused, signal), signal);
  on(['focusin'], ({ target }) => delay(FOCUS_MS, () => to.focused(target), signal), signal);
  on(['fullscreenchange'], () => to.fullscreenChanged(document.fullscreenElement !== null), signal);
  // What is added, as the panel itself is, takes nothing away.
  const changed = (changes: readonly MutationRecord[]): void => {
    if (changes.some(({ removedNodes: [first] }) => first)) to.removed();
  };
  observe([document.documentElement], { childList: true }, changed, signal);
}
