import { browser } from 'wxt/browser';

/** Nobody has touched the machine for this many seconds: nobody is there. */
const AWAY_SECONDS = 300;

/** Is the reader away, or the screen locked? Browsers that cannot say count the reader as present. */
export async function idleState(): Promise<'present' | 'away' | 'locked'> {
  try {
    const state = await browser.idle.queryState(AWAY_SECONDS);
    if (state === 'locked') return 'locked';
    return state === 'idle' ? 'away' : 'present';
  } catch {
    return 'present';
  }
}
