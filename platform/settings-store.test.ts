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
  test('changes what was chosen and keeps the rest', async () => {
    await saveSettings({ theme: 'dark' });
    await saveSettings({ rows: 20 });
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', rows: 20 });
    expect(await aside()).toEqual([]);
  });

  test('two pages that save at the same time do not undo each other', async () => {
    await Promise.all([
      saveSettings({ theme: 'dark' }),
      saveSettings({ rows: 20 }),
      saveSettings({ panel: false }),
    ]);
    expect(await settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', rows: 20, panel: false });
  });

  test('lists that grow at the same time grow by all', async () => {
    const ids = ['bitcoin', 'tron', 'solana'];
    await Promise.all(
      ids.map((id) => changeSettings(({ watchlist }) => ({ watchlist: [...watchlist, id] }))),
    );
    expect((await settings()).watchlist).toEqual(ids);
  });

  test('resetting is every choice at its default', async () => {
    await saveSettings({ theme: 'dark', rows: 20, currency: 'EUR' });
    await resetSettings();
    expect(await readRaw(SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('settings that cannot be read as they stand', () => {
  const BAD = { v: 1, rows: 5, theme: 'neon' };
  const LATER = { v: 2, layout: 'new' };

  test.each([BAD, LATER, 'x', 7, []])(
    'are kept beside, once, and left where they are: no. %#',
    async (raw) => {
      await local.set({ settings: raw });
      await backUpBadSettings();
      await backUpBadSettings();
      expect(await aside()).toEqual([raw]);
      expect(await readRaw(SETTINGS)).toEqual(raw);
      expect((await readItem(SETTINGS_BACKUPS))[0]?.at).toBeGreaterThan(0);
    },
  );

  test('of good ones nothing is kept', async () => {
    await backUpBadSettings();
    await saveSettings({ rows: 7 });
    await backUpBadSettings();
    expect(await readRaw(SETTINGS_BACKUPS)).toBeUndefined();
  });

  test('a later save keeps them in the same write and goes on from what could be read', async () => {
    const events: string[][] = [];
    await local.set({ settings: BAD });
    fakeBrowser.storage.onChanged.addListener((changes) => void events.push(Object.keys(changes).sort()));
    await saveSettings({ panel: false });
    expect(events).toEqual([['settings', 'settings-aside']]);
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, rows: 5, panel: false });
    expect(await aside()).toEqual([BAD]);
  });

  test('a reset loses nothing either', async () => {
    await local.set({ settings: LATER });
    await resetSettings();
    expect(await readRaw(SETTINGS)).toEqual(DEFAULT_SETTINGS);
    expect(await aside()).toEqual([LATER]);
  });

  test('ten are kept at the most, the newest', async () => {
    for (let version = 2; version < 15; version += 1) {
      await local.set({ settings: { v: version } });
      await backUpBadSettings();
    }
    expect(await aside()).toEqual(Array.from({ length: 10 }, (_, n) => ({ v: n + 5 })));
  });

  test('many starts at once keep it once', async () => {
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

  test('discarding forgets them for good: the next start finds nothing to keep', async () => {
    await local.set({ settings: BAD });
    await backUpBadSettings();
    await discardSetAside();
    expect(await aside()).toEqual([]);
    expect(await readRaw(SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, rows: 5 });
    await backUpBadSettings();
    expect(await aside()).toEqual([]);
  });

  test('a spoilt list of kept ones costs only what is spoilt in it', async () => {
    await local.set({
      settings: BAD,
      'settings-aside': [{ at: 1, raw: 'old' }, 'x', { at: 'x', raw: 1 }, { at: 2 }],
    });
    await backUpBadSettings();
    expect(await aside()).toEqual(['old', BAD]);
  });
});
