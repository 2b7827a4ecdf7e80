import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MAX_ADDED } from '../core/settings/settings.ts';
import { SETTINGS } from '../core/storage/items.ts';
import { listSite, unlistSite } from './added-sites.ts';
import { saveSettings } from './settings-store.ts';
import { readItem, readSiteHidden, setSiteHidden } from './stores.ts';

const added = async () => (await readItem(SETTINGS)).settings.addedSites;

beforeEach(() => fakeBrowser.reset());

test('a site is listed once, however often it is added', async () => {
  await Promise.all([listSite('a.example'), listSite('b.example'), listSite('a.example')]);
  expect(await added()).toEqual(['a.example', 'b.example']);
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['settings']);
});

test('listing a site shows the panel there again', async () => {
  await setSiteHidden('a.example', true);
  await listSite('a.example');
  expect(await readSiteHidden('a.example')).toBe(false);
});

test('a full list stays unchanged, and readable', async () => {
  const full = Array.from({ length: MAX_ADDED }, (_, index) => `s${index}.example`);
  await saveSettings({ addedSites: full });
  await listSite('one-more.example');
  expect(await added()).toEqual(full);
});

test('removing a site hides the panel on its open pages, unless another host of it is listed', async () => {
  await saveSettings({ addedSites: ['a.example', 'www.a.example', 'b.example'] });
  await unlistSite('www.a.example');
  expect(await added()).toEqual(['a.example', 'b.example']);
  expect(await readSiteHidden('a.example')).toBe(false);
  await unlistSite('a.example');
  expect(await added()).toEqual(['b.example']);
  expect(await readSiteHidden('a.example')).toBe(true);
});
