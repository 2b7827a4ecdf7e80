import { browser } from 'wxt/browser';
import { isRecord } from '../core/storage/guards.ts';

// In memory, for the session: it outlives a killed worker, costs no disk, and pages cannot see it.
const KEY = 'bulk';

/** When all tickers of a source were last fetched, by source id, ms since the epoch. */
export async function readBulkFetchLog(): Promise<Record<string, number>> {
  const raw = (await browser.storage.session.get(KEY))[KEY];
  const entries = isRecord(raw) ? Object.entries(raw) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** Notes that all tickers of a source are being fetched. */
export async function logBulkFetch(source: string, at: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...(await readBulkFetchLog()), [source]: at } });
}
