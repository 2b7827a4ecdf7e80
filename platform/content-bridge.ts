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

// What the page-facing script may touch of the extension, on the browser's own promise API (the polyfill would double the
// script's size). It reads what the background has prepared for pages (board, reference), its own site's state, and the last day
// of the coin that a reader points at, and writes one key: its site's state.

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

// Not `browser`: where there is none, an element of the page with this id may answer to the name. Manifest 3 has promises on both.
const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;

/** False once the extension was updated or removed while this script lives on in the page. */
export const isConnected = (): boolean => Boolean(api.runtime?.id);

/** Everything the overlay knows of the extension. */
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

/** What the extension answers; undefined when it does not, or is gone: no reason to fail, the page goes on with what it has. */
async function tryApi<T>(question: () => Promise<T>): Promise<T | undefined> {
  try {
    return await question();
  } catch {
    return undefined;
  }
}

const keysFor = (site: string): string[] => [PRICE_TABLE.key, PAGE_CONTEXT.key, siteKey(site)];

/** One read, about a millisecond; the background is not woken. */
export async function readStored(site: string): Promise<StoredState> {
  const raw = (await tryApi(() => api.storage.local.get(keysFor(site)))) ?? {};
  return {
    priceTable: PRICE_TABLE.parse(raw[PRICE_TABLE.key]),
    pageContext: PAGE_CONTEXT.parse(raw[PAGE_CONTEXT.key]),
    site: siteStateShape(raw[siteKey(site)]),
  };
}

/** What a coin cost over the last day, oldest first; empty while that is not known. */
export async function readDay(id: string): Promise<readonly string[]> {
  const key = historyKey(id);
  return outlineOfDay((await tryApi(() => api.storage.local.get([key])))?.[key]);
}

/** Calls back when something changed that is worth another read, until the signal aborts. */
export function watchStored(site: string, changed: () => void, signal: AbortSignal): void {
  // Never taken off: the signal aborts when the extension is gone, and the listener with it.
  api.storage.onChanged.addListener((changes) => {
    if (!signal.aborted && keysFor(site).some((key) => changes[key])) changed();
  });
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Writes what the reader chose, and leaves the rest of the site's state as it is stored: another view may have written it since it
 * was read here. Resolves when that has been done, or cannot be.
 */
export async function writeSite(site: string, part: Partial<SiteState>): Promise<void> {
  const key = siteKey(site);
  // One after the other: two at once would both begin with what was there before.
  writing = writing.then(() =>
    tryApi(async () => {
      const stored = siteStateShape((await api.storage.local.get([key]))[key]);
      await api.storage.local.set({ [key]: { ...stored, ...part } });
    }),
  );
  await writing;
}

/**
 * Sends a command to the background, waking it. Resolves in any case: to its answer, which our own background has checked, or to
 * undefined when nothing answers.
 */
export const send = <K extends CommandName>(message: Message<K>): Promise<CommandAnswer<K> | undefined> =>
  tryApi(() => api.runtime.sendMessage(message));

/** Answers what the background and the popup ask of this page. Nobody else is heard. */
export function onPageMessage(answer: (message: PageMessage) => PageAnswer): void {
  api.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id === api.runtime.id) reply(answer(message));
  });
}
