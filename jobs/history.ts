import type { Reach } from './ask.ts';

export interface HistoryDeps extends Reach {}

/** Makes the history job: fetches past prices of coins, unless they are stored and young, and stores them. */
export function createHistory(
  _deps: HistoryDeps,
): (ids: readonly string[], at: number | null) => Promise<void> {
  return async () => {};
}
