import { delay } from '../../platform/timers.ts';

/** Counted from the page's load: frameworks begin then at the latest, and some go on for a while. */
const TAKEOVER_MS = 5_000;

/**
 * Calls back when a framework has had the time to take over the markup of a page that has loaded: an element that it does not
 * know would make it complain, or render all of it anew.
 */
export function afterTakeover(then: () => void, signal: AbortSignal): void {
  const loaded = (): unknown => delay(TAKEOVER_MS, then, signal);
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true, signal });
}
