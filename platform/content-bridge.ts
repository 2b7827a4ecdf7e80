import { historyKey, outlineOfDay } from '../core/history/price-history.ts';
import type { PageContext } from '../core/page-data/page-context.ts';
import type { PriceTable } from '../core/page-data/price-table.ts';
import { DEFAULT_SITE_STATE, type SiteState, siteKey, siteStateShape } from '../core/sites/site-state.ts';
import type {
  CommandAnswer,
  CommandName,
  Message,
  PageAnswer,
  PageMessage,
} from '../core/storage/messages.ts';
import { PAGE_CONTEXT, PRICE_TABLE } from '../core/storage/page-items.ts';

// The only access of the page-facing script to the extension, through the browser's own promise API (the polyfill would double
// the size of the script). It reads the data that the background prepares for pages (table, context), the state of its own site,
// and the last day of the coin that the reader hovers, and writes one key: the state of its site.

interface ExtensionApi {
  readonly storage: {
    readonly local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
    readonly onChanged: {
      addListener(listener: StorageListener): void;
    };
  };
  readonly runtime: {
    readonly id?: string;
    sendMessage<K extends CommandName>(message: Message<K>): Promise<CommandAnswer<K>>;
    readonly onMessage: { addListener(listener: MessageListener): void };
  };
}

type StorageListener = (changes: Record<string, unknown>) => void;
type MessageListener = (
  message: PageMessage,
  sender: { id?: string },
  reply: (answer: unknown) => void,
) => void;

// Not `browser`: where that is undefined, an element of the page with this id has the name. Manifest V3 has promises on both.
const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;

/** False after the extension was updated or removed: this script then stays in the page as an orphan. */
export const isConnected = (): boolean => Boolean(api.runtime?.id);

/** The data that the overlay reads from storage. */
export interface StoredState {
  readonly priceTable: PriceTable | null;
  readonly pageContext: PageContext | null;
  readonly site: SiteState;
}

/** Before the first read. */
export const NOTHING_STORED: StoredState = {
  priceTable: null,
  pageContext: null,
  site: DEFAULT_SITE_STATE,
};

/** Calls the extension API; undefined if it fails or is gone. The page continues with the data that it has. */
async function tryApi<T>(question: () => Promise<T>): Promise<T | undefined> {
  try {
    return await question();
  } catch {
    return undefined;
  }
}

const keysFor = (site: string): string[] => [PRICE_TABLE.key, PAGE_CONTEXT.key, siteKey(site)];

/** Reads the data once, in about a millisecond. Does not wake the background. */
export async function readStored(site: string): Promise<StoredState> {
  const raw = (await tryApi(() => api.storage.local.get(keysFor(site)))) ?? {};
  return {
    priceTable: PRICE_TABLE.parse(raw[PRICE_TABLE.key]),
    pageContext: PAGE_CONTEXT.parse(raw[PAGE_CONTEXT.key]),
    site: siteStateShape(raw[siteKey(site)]),
  };
}

/** Reads the prices of a coin over the last day, oldest first; empty while unknown. */
export async function readDay(id: string): Promise<readonly string[]> {
  const key = historyKey(id);
  return outlineOfDay((await tryApi(() => api.storage.local.get([key])))?.[key]);
}

/** Calls back on changes that require another read, until the signal aborts. */
export function watchStored(site: string, changed: () => void, signal: AbortSignal): void {
  // The listener is never removed: the signal aborts when the extension is gone, and the listener with it.
  api.storage.onChanged.addListener((changes) => {
    if (!signal.aborted && keysFor(site).some((key) => changes[key])) changed();
  });
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Writes the given fields and keeps the rest of the site's state as it is stored: another view may have written it since the last
 * read. Resolves when that has been done, or has failed.
 */
export async function writeSite(site: string, part: Partial<SiteState>): Promise<void> {
  const key = siteKey(site);
  // Serialized: two concurrent writes would both start from the old state.
  writing = writing.then(() =>
    tryApi(async () => {
      const stored = siteStateShape((await api.storage.local.get([key]))[key]);
      await api.storage.local.set({ [key]: { ...stored, ...part } });
    }),
  );
  await writing;
}

/**
 * Sends a command to the background and wakes it. Always resolves: to the response, which our own background has validated, or
 * to undefined if there is none.
 */
export const send = <K extends CommandName>(message: Message<K>): Promise<CommandAnswer<K> | undefined> =>
  tryApi(() => api.runtime.sendMessage(message));

/** Responds to messages of the background and the popup, and ignores all others. */
export function onPageMessage(answer: (message: PageMessage) => PageAnswer): void {
  api.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id === api.runtime.id) reply(answer(message));
  });
}
