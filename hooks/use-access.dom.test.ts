import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeExtension } from '../tests/dom/extension.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { useForbidden } from './use-forbidden.ts';
import { useHeldSites } from './use-held-sites.ts';

let extension: FakeExtension;
beforeEach(() => {
  extension = new FakeExtension();
});

test('the hosts that are held are known after a moment, and followed', async () => {
  extension.granted.add('https://a.example/*');
  const { current, renders } = await renderHook(() => useHeldSites(), null);
  expect(renders[0]).toBeUndefined();
  await vi.waitFor(() => expect(current()).toEqual(['https://a.example/*']));
  extension.grant('https://b.example/*');
  await vi.waitFor(() => expect(current()).toEqual(['https://a.example/*', 'https://b.example/*']));
  extension.revoke('https://a.example/*');
  await vi.waitFor(() => expect(current()).toEqual(['https://b.example/*']));
});

describe('addresses that may not be reached', () => {
  const A = 'https://a.example/feed.json';
  const B = 'https://b.example/feed.json';

  test('are none until the browser has said so, then those without access', async () => {
    extension.granted.add('https://a.example/*');
    const { current, renders } = await renderHook(useForbidden, [A, B]);
    expect(renders[0]).toEqual(new Set());
    await vi.waitFor(() => expect(current()).toEqual(new Set([B])));
    extension.grant('https://b.example/*');
    await vi.waitFor(() => expect(current()).toEqual(new Set()));
    extension.revoke('https://a.example/*');
    await vi.waitFor(() => expect(current()).toEqual(new Set([A])));
  });

  test('follow the list of addresses; an equal list asks for nothing', async () => {
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
