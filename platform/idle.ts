import { browser } from 'wxt/browser';

/** The reader counts as away after this many seconds without input. */
const AWAY_SECONDS = 300;

/** Returns whether the reader is away, or the screen is locked. `present` if the browser has no such API. */
export async function idleState(): Promise<'present' | 'away' | 'locked'> {
  try {
    const state = await browser.idle.queryState(AWAY_SECONDS);
    if (state === 'locked') return 'locked';
    return state === 'idle' ? 'away' : 'present';
  } catch {
    return 'present';
  }
}
