import { on } from './events.ts';

/** Path and query: what is after `#` is the same page. */
export const addressOf = (): string => location.pathname + location.search;

/** Calls back when a page may have become another without being loaded. */
export function watchAddress(moved: () => void, signal: AbortSignal): void {
  // Where it is missing, going back is heard, and the rest found out by whoever looks now and then.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved, { signal });
  on(['popstate'], moved, signal);
}
