import { delay } from '../../platform/timers.ts';

/** Counted from the page's load: frameworks begin then at the latest, and some go on for a while. */
const TAKEOVER_MS = 5_000;

/**
 * Calls back after a framework has had time to hydrate the markup of a loaded page: an unknown element would cause errors, or
 * make it render everything again.
 */
export function afterTakeover(then: () => void, signal: AbortSignal): void {
  const loaded = (): unknown => delay(TAKEOVER_MS, then, signal);
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true, signal });
}
