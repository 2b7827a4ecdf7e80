import { whenPageRests } from '../../page/after-article.ts';
import { after } from '../../platform/timers.ts';

const TAKEOVER_MS = 4_000;

/**
 * Calls back when a framework has had the time to take over the markup of a page that has loaded: an element that it does not
 * know would make it complain, or render all of it anew.
 */
export function afterTakeover(then: () => void, signal: AbortSignal): void {
  whenPageRests(() => after(TAKEOVER_MS, then, signal), signal);
}
