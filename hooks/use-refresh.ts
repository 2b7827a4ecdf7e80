import { useCallback, useState } from 'preact/hooks';
import { sendCommand } from '../platform/messages.ts';
import { wait } from '../platform/timers.ts';

/** Enough for all sources to time out one after the other. */
const LONGEST_MS = 20_000;
/** Minimum duration of the busy state, so that a fast refresh is visible. */
const SHORTEST_MS = 400;

/**
 * Asks the background for new prices. A command that fails or hangs just ends the busy state: only the snapshot shows whether
 * prices are fresh.
 */
export function useRefresh(): { readonly busy: boolean; readonly refresh: () => void } {
  const [busy, setBusy] = useState(false);
  const refresh = useCallback(() => {
    setBusy(true);
    const done = sendCommand({ type: 'refresh', userInitiated: true }).catch(() => undefined);
    const ended = Promise.race([done, wait(LONGEST_MS)]);
    void Promise.all([ended, wait(SHORTEST_MS)]).then(() => setBusy(false));
  }, []);
  return { busy, refresh };
}
