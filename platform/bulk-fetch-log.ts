import { browser } from 'wxt/browser';
import { parseBulkFetchLog } from '../core/sources/host-health-schema.ts';

// Session storage: survives restarts of the worker, is not written to disk, and is not accessible to pages.
const KEY = 'bulk';

/** Reads when all tickers of a source were last fetched, by source id, ms since the epoch. */
export async function readBulkFetchLog(): Promise<Record<string, number>> {
  return parseBulkFetchLog((await browser.storage.session.get(KEY))[KEY]);
}

/** Logs that all tickers of a source are being fetched. */
export async function logBulkFetch(source: string, at: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...(await readBulkFetchLog()), [source]: at } });
}
