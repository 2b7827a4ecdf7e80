import { watchAddress } from '../../page/address.ts';
import { watchTheme } from '../../page/theme.ts';
import { after, every } from '../../platform/timers.ts';

/** Ages are told in steps of this many ms, so that the panel is not redrawn every second. */
const STEP_MS = 5_000;
/** A browser scrolls to what it focuses in this time. */
const FOCUS_MS = 60;

/** What can happen to a page, by what there is to do. */
export interface Happenings {
  tick(): void;
  /** The page may be another one now. */
  moved(): void;
  /** It was hidden, frozen or without network, and may not be any more. */
  back(): void;
  /** Its size or its colours changed. */
  look(): void;
  scrolled(): void;
  focused(target: EventTarget | null): void;
  filled(isScreenFilled: boolean): void;
  /** Something was put beside the body, or taken away. */
  render(): void;
}

/** Listens to the page until the signal aborts. */
export function listen(happenings: Happenings, signal: AbortSignal): void {
  const { tick, moved, back, look, scrolled, focused, filled, render } = happenings;
  const on = (types: string, heard: (event: Event) => void): void => {
    for (const type of types.split(' '))
      addEventListener(type, heard, { passive: true, capture: true, signal });
  };
  watchTheme(look, signal);
  watchAddress(moved, signal);
  every(STEP_MS, tick, signal);
  on('visibilitychange online offline pageshow', back);
  on('resize', look);
  on('scroll', scrolled);
  on('focusin', ({ target }) => after(FOCUS_MS, () => focused(target), signal));
  on('fullscreenchange', () => filled(document.fullscreenElement !== null));
  const observer = new MutationObserver(render);
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
