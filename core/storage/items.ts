import { type HistoryIndex, NO_HISTORY_INDEX, parseHistoryIndex } from '../history/history-quota.ts';
import { EMPTY_SNAPSHOT, parseSnapshot, type Snapshot } from '../market/snapshot.ts';
import { type ParsedSettings, parseSettings } from '../settings/settings.ts';
import { type Health, NO_HEALTH } from '../sources/host-health.ts';
import { parseHealth } from '../sources/host-health-schema.ts';
import { isRecord } from './guards.ts';
import type { StoredItem } from './page-items.ts';

export { PAGE_CONTEXT, PRICE_TABLE, type StoredItem } from './page-items.ts';

export const SNAPSHOT: StoredItem<Snapshot> = {
  key: 'snapshot',
  fallback: EMPTY_SNAPSHOT,
  parse: parseSnapshot,
};

export const HEALTH: StoredItem<Health> = { key: 'health', fallback: NO_HEALTH, parse: parseHealth };

export const SETTINGS: StoredItem<ParsedSettings> = {
  key: 'settings',
  fallback: parseSettings(undefined),
  parse: parseSettings,
};

/** Which coins' pasts are stored; each is an item of its own (history.ts). */
export const HISTORY_INDEX: StoredItem<HistoryIndex> = {
  key: 'history-index',
  fallback: NO_HISTORY_INDEX,
  parse: parseHistoryIndex,
};

/** Settings that could not be read as they stood, kept for the reader. */
export interface SettingsBackup {
  /** When, ms since the epoch. */
  readonly at: number;
  /** The value as it was found. */
  readonly raw: unknown;
}

export const SETTINGS_BACKUPS: StoredItem<readonly SettingsBackup[]> = {
  key: 'settings-aside',
  fallback: [],
  parse: (raw) =>
    Array.isArray(raw)
      ? raw.filter(
          (entry): entry is SettingsBackup =>
            isRecord(entry) && typeof entry.at === 'number' && 'raw' in entry,
        )
      : [],
};
