import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeExtension } from '../tests/dom/extension.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { useForbidden } from './use-forbidden.ts';
import { useHeldSites } from './use-held-sites.ts';

let extension: FakeExtension;
beforeEach(() => {
  extension = new FakeExtension();
});

test('granted hosts are read asynchronously, and updated on changes', async () => {
  extension.granted.add('https://a.example/*');
  const { current, renders } = await renderHook(() => useHeldSites(), null);
  expect(renders[0]).toBeUndefined();
  await vi.waitFor(() => expect(current()).toEqual(['https://a.example/*']));
  extension.grant('https://b.example/*');
  await vi.waitFor(() => expect(current()).toEqual(['https://a.example/*', 'https://b.example/*']));
  extension.revoke('https://a.example/*');
  await vi.waitFor(() => expect(current()).toEqual(['https://b.example/*']));
});

describe('URLs without permission', () => {
  const A = 'https://a.example/feed.json';
  const B = 'https://b.example/feed.json';

  test('are empty until the browser responds', async () => {
    extension.granted.add('https://a.example/*');
    const { current, renders } = await renderHook(useForbidden, [A, B]);
    expect(renders[0]).toEqual(new Set());
    await vi.waitFor(() => expect(current()).toEqual(new Set([B])));
    extension.grant('https://b.example/*');
    await vi.waitFor(() => expect(current()).toEqual(new Set()));
    extension.revoke('https://a.example/*');
    await vi.waitFor(() => expect(current()).toEqual(new Set([A])));
  });

  test('follow the list of URLs; an equal list is not checked again', async () => {
    const { current, rerender, renders } = await renderHook(useForbidden, [A]);
    await vi.waitFor(() => expect(current()).toEqual(new Set([A])));
    const asked = vi.spyOn(extension.granted, 'has');
    await rerender([A]);
    expect(asked).not.toHaveBeenCalled();
    await rerender([B]);
    await vi.waitFor(() => expect(current()).toEqual(new Set([B])));
    expect(renders.length).toBeGreaterThan(3);
  });
});
