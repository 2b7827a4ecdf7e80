import { browser } from 'wxt/browser';
import { parseBulkFetchLog } from '../core/sources/host-health-schema.ts';

// In memory, for the session: it outlives a killed worker, costs no disk, and pages cannot see it.
const KEY = 'bulk';

/** When all tickers of a source were last fetched, by source id, ms since the epoch. */
export async function readBulkFetchLog(): Promise<Record<string, number>> {
  return parseBulkFetchLog((await browser.storage.session.get(KEY))[KEY]);
}

/** Notes that all tickers of a source are being fetched. */
export async function logBulkFetch(source: string, at: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...(await readBulkFetchLog()), [source]: at } });
}
