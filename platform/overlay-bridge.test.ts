import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { COIN_LINES } from '../core/catalogue.ts';
import { parsePageSettings } from '../core/page-settings.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { DEFAULT_SITE_STATE } from '../core/site-state.ts';
import { EMPTY_SNAPSHOT } from '../core/snapshot.ts';
import { OVERLAY } from '../locales/overlay/index.ts';
import { isConnected, readStored, send, watchStored, writeSite } from './overlay-bridge.ts';

const { local } = fakeBrowser.storage;
const SITE = 'coindesk.com';
const { id } = fakeBrowser.runtime;

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  fakeBrowser.runtime.id = id;
});

test('before the background has ever run there is nothing to show, and no error', async () => {
  expect(await readStored(SITE)).toEqual({
    snapshot: EMPTY_SNAPSHOT,
    reference: null,
    settings: parsePageSettings(undefined),
    site: DEFAULT_SITE_STATE,
  });
});

test('reads its four items, parsed, and no other', async () => {
  await local.set({
    snapshot: { ...EMPTY_SNAPSHOT, quotes: { BAD: 1 } },
    reference: { coins: COIN_LINES, words: OVERLAY },
    settings: { v: 1, rows: 5, theme: 'neon' },
    'site:coindesk.com': { v: 1, hidden: true, folded: false, extra: 1 },
    'site:protos.com': { ...DEFAULT_SITE_STATE, folded: true },
    health: { v: 1 },
  });
  const stored = await readStored(SITE);
  expect(Object.keys(stored).sort()).toEqual(['reference', 'settings', 'site', 'snapshot']);
  expect(stored.snapshot).toEqual(EMPTY_SNAPSHOT);
  expect(stored.reference?.coins.size).toBe(COIN_LINES.length);
  expect(stored.settings).toEqual(parsePageSettings({ v: 1, rows: 5 }));
  expect(stored.site).toEqual({ ...DEFAULT_SITE_STATE, hidden: true, folded: false });
});

test('writes one key: the state of its own site', async () => {
  await writeSite('www.coindesk.com', { ...DEFAULT_SITE_STATE, hidden: true });
  expect(await local.get(null)).toEqual({ 'site:coindesk.com': { ...DEFAULT_SITE_STATE, hidden: true } });
});

describe('watching', () => {
  const watch = () => {
    let calls = 0;
    const life = new AbortController();
    const changed = (): void => {
      calls += 1;
    };
    watchStored(SITE, changed, life.signal);
    return { calls: () => calls, life };
  };

  test('tells of each change of one of the four items, once a write', async () => {
    const { calls } = watch();
    await writeSite(SITE, { ...DEFAULT_SITE_STATE, folded: true });
    expect(calls()).toBe(1);
    await local.set({ settings: { ...DEFAULT_SETTINGS, rows: 3 } });
    expect(calls()).toBe(2);
    await local.set({ snapshot: EMPTY_SNAPSHOT, reference: null, health: { v: 1 } });
    expect(calls()).toBe(3);
  });

  test('is silent about other sites and other keys', async () => {
    const { calls } = watch();
    await writeSite('protos.com', { ...DEFAULT_SITE_STATE, hidden: true });
    await local.set({ health: { v: 1 }, 'settings-aside': [] });
    expect(calls()).toBe(0);
  });

  test('ends with its signal', async () => {
    const { calls, life } = watch();
    life.abort();
    await local.set({ settings: DEFAULT_SETTINGS });
    expect(calls()).toBe(0);
    expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(false);
  });
});

describe('an orphan, after the extension was updated or removed', () => {
  const orphan = (): void => {
    Reflect.set(fakeBrowser.runtime, 'id', undefined);
  };

  test('knows that it is one', () => {
    expect(isConnected()).toBe(true);
    orphan();
    expect(isConnected()).toBe(false);
  });

  test('ends without touching what is gone', () => {
    const life = new AbortController();
    watchStored(SITE, () => {}, life.signal);
    orphan();
    expect(() => life.abort()).not.toThrow();
  });
});

test('a command that nobody hears is over, not an error', async () => {
  await expect(send({ type: 'refresh', wished: true })).resolves.toBeUndefined();
});

test('a command reaches the background', async () => {
  const heard: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener((raw) => void heard.push(raw));
  await send({ type: 'open-options' });
  expect(heard).toEqual([{ type: 'open-options' }]);
});
