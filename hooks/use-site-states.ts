import type { SiteState } from '../core/sites/site-state.ts';
import { readSiteStates, watchSiteStates } from '../platform/stores.ts';
import { useReread } from './use-reread.ts';

/** What the reader did on each site, by host; undefined until it has been read once. */
export const useSiteStates = (): ReadonlyMap<string, SiteState> | undefined =>
  useReread(readSiteStates, watchSiteStates);
