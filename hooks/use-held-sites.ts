import { heldSites } from '../platform/content-scripts.ts';
import { onAccess } from '../platform/permissions.ts';
import { useReread } from './use-reread.ts';

/** Match patterns of the hosts to which the browser gives access, and kept up to date; undefined until they are known. */
export const useHeldSites = (): readonly string[] | undefined => useReread(heldSites, onAccess);
