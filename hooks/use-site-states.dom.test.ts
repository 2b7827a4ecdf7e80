import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SITE_STATE } from '../core/sites/site-state.ts';
import { setSiteHidden } from '../platform/stores.ts';
import { deferred } from '../tests/dom/controls.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useSiteStates } from './use-site-states.ts';

const { local } = fakeBrowser.storage;
const HIDDEN = { ...DEFAULT_SITE_STATE, hidden: true };

beforeEach(() => fakeBrowser.reset());

test('returns the states of all sites, by host, and updates them', async () => {
  await setSiteHidden('a.example', true);
  const { current, renders } = await renderHook(() => useSiteStates(), null);
  expect(renders[0]?.states).toBeUndefined();
  await vi.waitFor(() => expect(current().states).toEqual(new Map([['a.example', HIDDEN]])));
  await setSiteHidden('b.example', true);
  await setSiteHidden('a.example', false);
  await vi.waitFor(() =>
    expect(current().states).toEqual(
      new Map([
        ['a.example', DEFAULT_SITE_STATE],
        ['b.example', HIDDEN],
      ]),
    ),
  );
});

// A regression: a switch jumped back during its write. A second click in that time then repeated the first one, and the site
// stayed off.
test('a choice shows at once, also while older reads finish', async () => {
  const { current, renders } = await renderHook(() => useSiteStates(), null);
  await vi.waitFor(() => expect(current().states).toEqual(new Map()));
  const old = deferred<Record<string, unknown>>();
  const get = vi.spyOn(local, 'get').mockImplementationOnce(() => old.promise);
  fakeBrowser.storage.onChanged.trigger({ 'site:b.example': { newValue: HIDDEN } }, 'local');
  get.mockRestore();
  const before = renders.length;
  const write = current().hide(['a.example'], true);
  await vi.waitFor(() => expect(current().states?.get('a.example')).toEqual(HIDDEN));
  await write;
  old.resolve({});
  await painted();
  expect(renders.slice(before).map(({ states }) => states?.get('a.example')?.hidden)).not.toContain(false);
  expect(renders.slice(before + 1).map(({ states }) => states?.has('a.example'))).not.toContain(false);
  expect(current().states?.get('a.example')).toEqual(HIDDEN);
  await current().hide(['a.example'], false);
  await vi.waitFor(() => expect(current().states?.get('a.example')).toEqual(DEFAULT_SITE_STATE));
});

test('a choice that another view reverts later is reverted here too', async () => {
  const { current } = await renderHook(() => useSiteStates(), null);
  await current().hide(['a.example'], true);
  await setSiteHidden('a.example', false);
  await vi.waitFor(() => expect(current().states?.get('a.example')).toEqual(DEFAULT_SITE_STATE));
});

test('a choice that cannot be stored is reverted, and fails', async () => {
  const { current } = await renderHook(() => useSiteStates(), null);
  await vi.waitFor(() => expect(current().states).toEqual(new Map()));
  const set = vi.spyOn(local, 'set').mockRejectedValue(new Error('full'));
  await expect(current().hide(['a.example'], true)).rejects.toThrow('full');
  set.mockRestore();
  await vi.waitFor(() => expect(current().states).toEqual(new Map()));
});
