import { useCallback, useState } from 'preact/hooks';
import { sendCommand } from '../platform/messages.ts';
import { wait } from '../platform/timers.ts';

/** All sources in turn may time out; longer than that nobody is working on it any more. */
const LONGEST_MS = 20_000;
/** An answer within a frame must still be seen to have happened. */
const SHORTEST_MS = 400;

/**
 * Asks the background for new prices. A command that fails or hangs is simply over: whether prices are good or old is
 * told by the snapshot, and by that alone.
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
