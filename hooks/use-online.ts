import { useEffect, useState } from 'preact/hooks';
import { isOnline } from '../platform/clock.ts';

/** Returns false while the browser reports no network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const look = (): void => setOnline(isOnline());
    addEventListener('online', look, { signal });
    addEventListener('offline', look, { signal });
    return () => life.abort();
  }, []);
  return online;
}
