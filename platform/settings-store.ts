import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/settings/settings.ts';
import { SETTINGS, SETTINGS_BACKUPS, type SettingsBackup } from '../core/storage/items.ts';
import { now } from './clock.ts';
import { withLock } from './locks.ts';
import { readItem, readRaw, writeItems } from './stores.ts';

const MOST_ASIDE = 10;

export type SettingsPatch = Partial<Omit<Settings, 'v'>>;

// The background and every open options page read, change and write the same two items.
const aloneWithSettings = <T>(work: () => Promise<T>): Promise<T> => withLock(SETTINGS.key, work);

/**
 * The list of set-aside values with this one added, or null when there is nothing to add: it reads well, or it is
 * already there (storage events repeat, and every start looks again).
 */
function withAside(
  known: readonly SettingsBackup[],
  raw: unknown,
  at: number,
): readonly SettingsBackup[] | null {
  if (parseSettings(raw).problem === null) return null;
  const text = JSON.stringify(raw);
  if (known.some((entry) => JSON.stringify(entry.raw) === text)) return null;
  return [...known, { at, raw }].slice(-MOST_ASIDE);
}

/** Keeps settings that cannot be read as they stand. The settings themselves are left alone: an update may read them. */
export function backUpBadSettings(): Promise<void> {
  return aloneWithSettings(async () => {
    const aside = withAside(await readItem(SETTINGS_BACKUPS), await readRaw(SETTINGS), now());
    if (aside) await writeItems({ [SETTINGS_BACKUPS.key]: aside });
  });
}

/** Writes some changed choices. */
export const saveSettings = (patch: SettingsPatch): Promise<void> => changeSettings(() => patch);

/**
 * Changes choices that depend on what they are now (a list that grows by one), so that two pages that do so at once do not
 * undo each other. What could not be read before is kept in the same write.
 */
export function changeSettings(change: (settings: Settings) => SettingsPatch): Promise<void> {
  return aloneWithSettings(async () => {
    const raw = await readRaw(SETTINGS);
    const aside = withAside(await readItem(SETTINGS_BACKUPS), raw, now());
    const { settings } = parseSettings(raw);
    await writeItems({
      [SETTINGS.key]: { ...settings, ...change(settings) },
      ...(aside && { [SETTINGS_BACKUPS.key]: aside }),
    });
  });
}

/** Every choice back to its default. */
export function resetSettings(): Promise<void> {
  const { v: _version, ...choices } = DEFAULT_SETTINGS;
  return saveSettings(choices);
}

/**
 * Forgets what was set aside. The settings in use are written in its place: a bad value that stayed where it is would be
 * set aside again at the next start.
 */
export function discardSetAside(): Promise<void> {
  return aloneWithSettings(async () => {
    const { settings } = parseSettings(await readRaw(SETTINGS));
    await writeItems({ [SETTINGS.key]: settings, [SETTINGS_BACKUPS.key]: [] });
  });
}
