import { useEffect, useState } from 'preact/hooks';
import type { SiteState } from '../core/site-state.ts';
import { readSiteStates, watchSiteStates } from '../platform/stores.ts';

/** What the reader did on each site, by host; undefined until it has been read once. */
export function useSiteStates(): ReadonlyMap<string, SiteState> | undefined {
  const [states, setStates] = useState<ReadonlyMap<string, SiteState>>();
  useEffect(() => {
    const life = new AbortController();
    let asked = 0;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const next = await readSiteStates();
      // Two reads may overlap; only the last one asked counts.
      if (mine === asked && !life.signal.aborted) setStates(next);
    };
    watchSiteStates(() => void read(), life.signal);
    void read();
    return () => life.abort();
  }, []);
  return states;
}
