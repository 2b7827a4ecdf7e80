import { on } from './events.ts';

/** Path and query; a change of the fragment is not a new page. */
export const addressOf = (): string => location.pathname + location.search;

/** Calls `onMove` when the URL may have changed without a page load. */
export function watchAddress(onMove: () => void, signal: AbortSignal): void {
  // Without the Navigation API, back and forward fire popstate; other changes are found by polling callers.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onMove, { signal });
  on(['popstate'], onMove, signal);
}
