import { useCallback, useEffect, useState } from 'preact/hooks';
import { delay } from '../platform/timers.ts';

export type Saving = 'idle' | 'saved' | 'failed';

const SHOWN_MS = 2_500;

/** Tracks writes, and returns the state of the last one for a moment. A failure stays until the next write. */
export function useSaving(): { readonly saving: Saving; readonly run: (write: Promise<void>) => void } {
  const [last, setLast] = useState<{ readonly saving: Saving }>({ saving: 'idle' });
  const run = useCallback((write: Promise<void>) => {
    setLast({ saving: 'idle' });
    write.then(
      () => setLast({ saving: 'saved' }),
      () => setLast({ saving: 'failed' }),
    );
  }, []);
  useEffect(() => {
    const life = new AbortController();
    if (last.saving === 'saved') delay(SHOWN_MS, () => setLast({ saving: 'idle' }), life.signal);
    return () => life.abort();
  }, [last]);
  return { saving: last.saving, run };
}
