import { type Health, NO_HEALTH, parseHealth } from './health.ts';
import { isRecord } from './parse.ts';
import { parseReference, type Reference } from './reference.ts';
import { type ParsedSettings, parseSettings } from './settings.ts';
import { EMPTY_SNAPSHOT, parseSnapshot, type Snapshot } from './snapshot.ts';

/** One stored item: its key, what it is when absent, and how to read it. Every key Tickside stores is here or in site-state. */
export interface StoredItem<T> {
  readonly key: string;
  readonly fallback: T;
  parse(raw: unknown): T;
}

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

export const HEALTH: StoredItem<Health> = { key: 'health', fallback: NO_HEALTH, parse: parseHealth };

export const SETTINGS: StoredItem<ParsedSettings> = {
  key: 'settings',
  fallback: parseSettings(undefined),
  parse: parseSettings,
};

/** Settings that could not be read as they stood, kept for the reader. */
export interface SetAside {
  /** When, ms since the epoch. */
  readonly at: number;
  /** The value as it was found. */
  readonly raw: unknown;
}

export const SETTINGS_ASIDE: StoredItem<readonly SetAside[]> = {
  key: 'settings-aside',
  fallback: [],
  parse: (raw) =>
    Array.isArray(raw)
      ? raw.filter(
          (entry): entry is SetAside => isRecord(entry) && typeof entry.at === 'number' && 'raw' in entry,
        )
      : [],
};
