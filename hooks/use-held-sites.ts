import { heldSites } from '../platform/content-scripts.ts';
import { onAccess } from '../platform/permissions.ts';
import { useReread } from './use-reread.ts';

/** Returns the match patterns of all granted hosts, and updates them; undefined until they are read. */
export const useHeldSites = (): readonly string[] | undefined => useReread(heldSites, onAccess);
