import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteBulk, readBulkNotes } from './bulk-notes.ts';

beforeEach(() => fakeBrowser.reset());

test('what was noted is there, for this session only', async () => {
  expect(await readBulkNotes()).toEqual({});
  await noteBulk('okx', 5);
  await noteBulk('gate', 6);
  await noteBulk('okx', 7);
  expect(await readBulkNotes()).toEqual({ okx: 7, gate: 6 });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

test('anything odd counts as nothing', async () => {
  await fakeBrowser.storage.session.set({ bulk: { okx: 'soon', gate: 6 } });
  expect(await readBulkNotes()).toEqual({ gate: 6 });
  await fakeBrowser.storage.session.set({ bulk: [1] });
  expect(await readBulkNotes()).toEqual({});
});
