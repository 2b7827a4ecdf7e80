import { useEffect, useState } from 'preact/hooks';
import { heldSites, onAccess } from '../platform/sites.ts';

/** Match patterns of the hosts to which the browser gives access, and kept up to date; undefined until they are known. */
export function useHeldSites(): readonly string[] | undefined {
  const [held, setHeld] = useState<readonly string[]>();
  useEffect(() => {
    const life = new AbortController();
    const read = async (): Promise<void> => {
      const next = await heldSites();
      if (!life.signal.aborted) setHeld(next);
    };
    onAccess(() => void read(), life.signal);
    void read();
    return () => life.abort();
  }, []);
  return held;
}
