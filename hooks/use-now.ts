import { useEffect, useState } from 'preact/hooks';
import { now } from '../platform/clock.ts';
import { everyWhileVisible } from '../platform/timers.ts';

/** Returns ms since the epoch, updated every `stepMs` while the document is visible. */
export function useNow(stepMs: number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const life = new AbortController();
    everyWhileVisible(stepMs, () => setTime(now()), life.signal);
    return () => life.abort();
  }, [stepMs]);
  return time;
}
