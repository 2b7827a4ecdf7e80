import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { idleState } from './idle.ts';

test.each([
  ['active', 'present'],
  ['idle', 'away'],
  ['locked', 'locked'],
] as const)('a machine that is %s: the reader is %s', async (state, is) => {
  const queryState = vi.fn(async () => state);
  Reflect.set(fakeBrowser, 'idle', { queryState });
  expect(await idleState()).toBe(is);
  expect(queryState).toHaveBeenCalledWith(300);
});

test('the reader counts as present if the browser has no such API', async () => {
  Reflect.set(fakeBrowser, 'idle', { queryState: () => Promise.reject(new Error('no permission')) });
  expect(await idleState()).toBe('present');
});
