import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { SETTINGS, SETTINGS_BACKUPS } from '../core/storage/items.ts';
import {
  backUpBadSettings,
  changeSettings,
  discardSetAside,
  resetSettings,
  saveSettings,
} from './settings-store.ts';
import { readItem, readRaw } from './stores.ts';

const { local } = fakeBrowser.storage;
const settings = async () => (await readItem(SETTINGS)).settings;
const aside = async () => (await readItem(SETTINGS_BACKUPS)).map(({ raw }) => raw);

beforeEach(() => fakeBrowser.reset());

describe('saving', () => {
  test('changes the given settings and keeps the rest', async () => {
    await saveSettings({ theme: 'dark' });
    await saveSettings({ rows: 20 });
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', rows: 20 });
    expect(await aside()).toEqual([]);
  });

  test('concurrent saves of two pages do not overwrite each other', async () => {
    await Promise.all([
      saveSettings({ theme: 'dark' }),
      saveSettings({ rows: 20 }),
      saveSettings({ panel: false }),
    ]);
    expect(await settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', rows: 20, panel: false });
  });

  test('concurrent additions to a list are all kept', async () => {
    const ids = ['bitcoin', 'tron', 'solana'];
    await Promise.all(
      ids.map((id) => changeSettings(({ watchlist }) => ({ watchlist: [...watchlist, id] }))),
    );
    expect((await settings()).watchlist).toEqual(ids);
  });

  test('a reset restores all defaults', async () => {
    await saveSettings({ theme: 'dark', rows: 20, currency: 'EUR' });
    await resetSettings();
    expect(await readRaw(SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('settings that cannot be fully parsed', () => {
  const BAD = { v: 1, rows: 5, theme: 'neon' };
  const LATER = { v: 2, layout: 'new' };

  test.each([BAD, LATER, 'x', 7, []])('are backed up once, and stay unchanged: no. %#', async (raw) => {
    await local.set({ settings: raw });
    await backUpBadSettings();
    await backUpBadSettings();
    expect(await aside()).toEqual([raw]);
    expect(await readRaw(SETTINGS)).toEqual(raw);
    expect((await readItem(SETTINGS_BACKUPS))[0]?.at).toBeGreaterThan(0);
  });

  test('valid settings are not backed up', async () => {
    await backUpBadSettings();
    await saveSettings({ rows: 7 });
    await backUpBadSettings();
    expect(await readRaw(SETTINGS_BACKUPS)).toBeUndefined();
  });

  test('a later save backs them up in the same write and continues with the parsed values', async () => {
    const events: string[][] = [];
    await local.set({ settings: BAD });
    fakeBrowser.storage.onChanged.addListener((changes) => void events.push(Object.keys(changes).sort()));
    await saveSettings({ panel: false });
    expect(events).toEqual([['settings', 'settings-aside']]);
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, rows: 5, panel: false });
    expect(await aside()).toEqual([BAD]);
  });

  test('a reset backs them up too', async () => {
    await local.set({ settings: LATER });
    await resetSettings();
    expect(await readRaw(SETTINGS)).toEqual(DEFAULT_SETTINGS);
    expect(await aside()).toEqual([LATER]);
  });

  test('only the ten newest backups are kept', async () => {
    for (let version = 2; version < 15; version += 1) {
      await local.set({ settings: { v: version } });
      await backUpBadSettings();
    }
    expect(await aside()).toEqual(Array.from({ length: 10 }, (_, n) => ({ v: n + 5 })));
  });

  test('concurrent starts back them up once', async () => {
    await local.set({ settings: BAD });
    await Promise.all([
      backUpBadSettings(),
      backUpBadSettings(),
      saveSettings({ rows: 9 }),
      backUpBadSettings(),
    ]);
    expect(await aside()).toEqual([BAD]);
    expect((await settings()).rows).toBe(9);
  });

  test('discarding removes the backups for good: the next start has nothing to back up', async () => {
    await local.set({ settings: BAD });
    await backUpBadSettings();
    await discardSetAside();
    expect(await aside()).toEqual([]);
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, rows: 5 });
    await backUpBadSettings();
    expect(await aside()).toEqual([]);
  });

  test('in a damaged list of backups, the valid ones are kept', async () => {
    await local.set({
      settings: BAD,
      'settings-aside': [{ at: 1, raw: 'old' }, 'x', { at: 'x', raw: 1 }, { at: 2 }],
    });
    await backUpBadSettings();
    expect(await aside()).toEqual(['old', BAD]);
  });
});
