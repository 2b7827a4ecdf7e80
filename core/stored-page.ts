import { parseReference, type Reference } from './reference.ts';
import { EMPTY_SNAPSHOT, parseSnapshot, type Snapshot } from './snapshot.ts';

/** One stored item: its key, what it is when absent, and how to read it. */
export interface StoredItem<T> {
  readonly key: string;
  readonly fallback: T;
  parse(raw: unknown): T;
}

// The items that the page-facing script reads as well. All others are in stored.ts; those with a name for each coin or site
// in history.ts and site-state.ts.

export const SNAPSHOT: StoredItem<Snapshot> = {
  key: 'snapshot',
  fallback: EMPTY_SNAPSHOT,
  parse: parseSnapshot,
};

export const REFERENCE: StoredItem<Reference | null> = {
  key: 'reference',
  fallback: null,
  parse: parseReference,
};

/** The page-facing script reads fewer of the settings than stored.ts does. */
export const SETTINGS_KEY = 'settings';
