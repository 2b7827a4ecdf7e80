import * as v from 'valibot';
import { parseHistoryIndex } from '../history/history-index-schema.ts';
import { type HistoryIndex, NO_HISTORY_INDEX } from '../history/history-quota.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../market/snapshot.ts';
import { parseSnapshot } from '../market/snapshot-schema.ts';
import { type ParsedSettings, parseSettings } from '../settings/settings.ts';
import { type Health, NO_HEALTH } from '../sources/host-health.ts';
import { parseHealth } from '../sources/host-health-schema.ts';
import type { StoredItem } from './page-items.ts';
import { goodItems, parseOr } from './schema-parts.ts';

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

/** The coins whose histories are stored; each history is an item of its own (price-history.ts). */
export const HISTORY_INDEX: StoredItem<HistoryIndex> = {
  key: 'history-index',
  fallback: NO_HISTORY_INDEX,
  parse: parseHistoryIndex,
};

/** A backup of settings that could not be fully parsed, kept for the reader. */
export interface SettingsBackup {
  /** Time of the backup, ms since the epoch. */
  readonly at: number;
  /** The stored value, unchanged. */
  readonly raw: unknown;
}

// Any value: it could not be parsed.
const SettingsBackupSchema = v.looseObject({ at: v.number(), raw: v.unknown() });

export const SETTINGS_BACKUPS: StoredItem<readonly SettingsBackup[]> = {
  key: 'settings-aside',
  fallback: [],
  parse: (raw) => parseOr(goodItems(SettingsBackupSchema), raw, []),
};
