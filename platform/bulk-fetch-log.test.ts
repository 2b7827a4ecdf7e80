import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { logBulkFetch, readBulkFetchLog } from './bulk-fetch-log.ts';

beforeEach(() => fakeBrowser.reset());

test('entries are stored for this session only', async () => {
  expect(await readBulkFetchLog()).toEqual({});
  await logBulkFetch('okx', 5);
  await logBulkFetch('gate', 6);
  await logBulkFetch('okx', 7);
  expect(await readBulkFetchLog()).toEqual({ okx: 7, gate: 6 });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

test('invalid values count as empty', async () => {
  await fakeBrowser.storage.session.set({ bulk: { okx: 'soon', gate: 6 } });
  expect(await readBulkFetchLog()).toEqual({ gate: 6 });
  await fakeBrowser.storage.session.set({ bulk: [1] });
  expect(await readBulkFetchLog()).toEqual({});
});
