import { expect, test, vi } from 'vitest';
import { goTo, lifetime, show } from '../tests/dom/show.ts';
import { addressOf, watchAddress } from './address.ts';

test('the address is path and query, without what is after #', () => {
  goTo('/news/2026/11/24?page=2#comments');
  expect(addressOf()).toBe('/news/2026/11/24?page=2');
});

test('a page that becomes another by script is noticed at once', () => {
  const moved = vi.fn();
  watchAddress(moved, lifetime().signal);
  goTo('/another');
  expect(moved).toHaveBeenCalledTimes(1);
  history.replaceState(null, '', '/a-third');
  expect(moved).toHaveBeenCalledTimes(2);
});

test('going back is noticed also where the browser has no navigation API', async () => {
  show({});
  goTo('/first');
  vi.stubGlobal('navigation', undefined);
  const moved = vi.fn();
  watchAddress(moved, lifetime().signal);
  history.pushState(null, '', '/second');
  expect(moved).not.toHaveBeenCalled();
  history.back();
  await vi.waitFor(() => expect(moved).toHaveBeenCalledTimes(1));
  expect(addressOf()).toBe('/first');
  vi.unstubAllGlobals();
});

test('nothing is noticed after the signal has aborted', async () => {
  goTo('/first');
  const life = lifetime();
  const moved = vi.fn();
  watchAddress(moved, life.signal);
  life.abort();
  history.pushState(null, '', '/second');
  const gone = new Promise((done) => addEventListener('popstate', done, { once: true }));
  history.back();
  await gone;
  expect(moved).not.toHaveBeenCalled();
});
