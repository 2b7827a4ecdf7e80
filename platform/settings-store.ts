import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/settings/settings.ts';
import { SETTINGS, SETTINGS_BACKUPS, type SettingsBackup } from '../core/storage/items.ts';
import { now } from './clock.ts';
import { withLock } from './locks.ts';
import { readItem, readRaw, writeItems } from './stores.ts';

const MAX_ASIDE = 10;

export type SettingsPatch = Partial<Omit<Settings, 'v'>>;

// The background and every open options page read, change and write the same two items.
const withSettingsLock = <T>(work: () => Promise<T>): Promise<T> => withLock(SETTINGS.key, work);

/**
 * Returns the backups with this value added, or null if there is nothing to add: the value is valid, or already backed up
 * (storage events repeat, and every start checks again).
 */
function withAside(
  known: readonly SettingsBackup[],
  raw: unknown,
  at: number,
): readonly SettingsBackup[] | null {
  if (parseSettings(raw).problem === null) return null;
  const text = JSON.stringify(raw);
  if (known.some((entry) => JSON.stringify(entry.raw) === text)) return null;
  return [...known, { at, raw }].slice(-MAX_ASIDE);
}

/** Backs up settings that cannot be fully parsed. The settings stay unchanged: a later version may be able to parse them. */
export function backUpBadSettings(): Promise<void> {
  return withSettingsLock(async () => {
    const aside = withAside(await readItem(SETTINGS_BACKUPS), await readRaw(SETTINGS), now());
    if (aside) await writeItems({ [SETTINGS_BACKUPS.key]: aside });
  });
}

/** Saves some changed settings. */
export const saveSettings = (patch: SettingsPatch): Promise<void> => changeSettings(() => patch);

/**
 * Changes settings based on their current values (adding to a list, for example), so that concurrent changes of two pages do not
 * overwrite each other. Settings that could not be fully parsed are backed up in the same write.
 */
export function changeSettings(change: (settings: Settings) => SettingsPatch): Promise<void> {
  return withSettingsLock(async () => {
    const raw = await readRaw(SETTINGS);
    const aside = withAside(await readItem(SETTINGS_BACKUPS), raw, now());
    const { settings } = parseSettings(raw);
    await writeItems({
      [SETTINGS.key]: { ...settings, ...change(settings) },
      ...(aside && { [SETTINGS_BACKUPS.key]: aside }),
    });
  });
}

/** Resets all settings to their defaults. */
export function resetSettings(): Promise<void> {
  const { v: _version, ...choices } = DEFAULT_SETTINGS;
  return saveSettings(choices);
}

/**
 * Discards the backups, and writes the settings in use: an invalid value that stayed would be backed up again at the next
 * start.
 */
export function discardSetAside(): Promise<void> {
  return withSettingsLock(async () => {
    const { settings } = parseSettings(await readRaw(SETTINGS));
    await writeItems({ [SETTINGS.key]: settings, [SETTINGS_BACKUPS.key]: [] });
  });
}
