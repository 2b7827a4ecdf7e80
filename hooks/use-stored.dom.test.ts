import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { SETTINGS, type StoredItem } from '../core/storage/items.ts';
import { deferred } from '../tests/dom/controls.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useStored } from './use-stored.ts';

const { local } = fakeBrowser.storage;
const NUMBER: StoredItem<number> = { key: 'number', fallback: 0, parse: (raw) => Number(raw) };
const OTHER: StoredItem<number> = { key: 'other', fallback: -1, parse: (raw) => Number(raw) };

beforeEach(() => fakeBrowser.reset());

test('undefined, then the parsed stored value, then every change', async () => {
  await local.set({ number: '5' });
  const { current, renders } = await renderHook(useStored<number>, NUMBER);
  await vi.waitFor(() => expect(current()).toBe(5));
  await local.set({ number: '6' });
  await vi.waitFor(() => expect(current()).toBe(6));
  await local.set({ other: '7' });
  await local.remove('number');
  await vi.waitFor(() => expect(current()).toBe(0));
  expect(renders).toEqual([undefined, 5, 6, 0]);
});

test('the fallback if nothing is stored; damaged settings become the defaults', async () => {
  const { current } = await renderHook(useStored<number>, OTHER);
  await vi.waitFor(() => expect(current()).toBe(-1));
  await local.set({ settings: 'damaged' });
  const settings = await renderHook(() => useStored(SETTINGS), null);
  await vi.waitFor(() => expect(settings.current()?.settings).toEqual(DEFAULT_SETTINGS));
});

test('a change during the first read is not overwritten by it', async () => {
  const first = deferred<Record<string, unknown>>();
  const get = vi.spyOn(local, 'get').mockImplementation(() => first.promise);
  const { current, renders } = await renderHook(useStored<number>, NUMBER);
  await local.set({ number: '9' });
  await vi.waitFor(() => expect(current()).toBe(9));
  first.resolve({ number: '5' });
  await painted();
  expect(renders).toEqual([undefined, 9]);
  get.mockRestore();
});

test('another item replaces it, and changes of the previous one are ignored', async () => {
  await local.set({ number: '5', other: '8' });
  const { current, rerender, unmount } = await renderHook(useStored<number>, NUMBER);
  await vi.waitFor(() => expect(current()).toBe(5));
  await rerender(OTHER);
  await vi.waitFor(() => expect(current()).toBe(8));
  await local.set({ number: '6' });
  await painted();
  expect(current()).toBe(8);
  await unmount();
  expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(false);
});

test('a first read that finishes after the item has changed is dropped', async () => {
  const first = deferred<Record<string, unknown>>();
  const get = vi.spyOn(local, 'get').mockImplementationOnce(() => first.promise);
  await local.set({ other: '8' });
  const { current, rerender } = await renderHook(useStored<number>, NUMBER);
  await rerender(OTHER);
  await vi.waitFor(() => expect(current()).toBe(8));
  first.resolve({ number: '5' });
  await painted();
  expect(current()).toBe(8);
  get.mockRestore();
});
