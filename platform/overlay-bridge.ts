import type { Message } from '../core/message.ts';
import { type PageSettings, parsePageSettings } from '../core/page-settings.ts';
import type { Reference } from '../core/reference.ts';
import { DEFAULT_SITE_STATE, parseSiteState, type SiteState, siteKey } from '../core/site-state.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { REFERENCE, SETTINGS_KEY, SNAPSHOT } from '../core/stored-page.ts';

// What the page-facing script may touch of the extension, on the browser's own promise API (the polyfill would double the
// script's size). It reads four storage keys (snapshot, reference, settings, its own site's state) and writes one: its site's state.

interface ExtensionApi {
  readonly storage: {
    readonly local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
    readonly onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
  readonly runtime: { readonly id?: string; sendMessage(message: Message): Promise<unknown> };
}

type StorageListener = (changes: Record<string, unknown>) => void;

const api = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ExtensionApi;

/** False once the extension was updated or removed while this script lives on in the page. */
export const isConnected = (): boolean => Boolean(api.runtime?.id);

/** Everything the overlay knows of the extension. */
export interface Stored {
  readonly snapshot: Snapshot;
  readonly reference: Reference | null;
  readonly settings: PageSettings;
  readonly site: SiteState;
}

/** Before the first read. */
export const NOTHING_STORED: Stored = {
  snapshot: SNAPSHOT.fallback,
  reference: null,
  settings: parsePageSettings(undefined),
  site: DEFAULT_SITE_STATE,
};

const keysFor = (site: string): string[] => [SNAPSHOT.key, REFERENCE.key, SETTINGS_KEY, siteKey(site)];

/** One read, about a millisecond; the background is not woken. */
export async function readStored(site: string): Promise<Stored> {
  const raw = await api.storage.local.get(keysFor(site));
  return {
    snapshot: SNAPSHOT.parse(raw[SNAPSHOT.key]),
    reference: REFERENCE.parse(raw[REFERENCE.key]),
    settings: parsePageSettings(raw[SETTINGS_KEY]),
    site: parseSiteState(raw[siteKey(site)]),
  };
}

/** Calls back when something changed that is worth another read, until the signal aborts. */
export function watchStored(site: string, changed: () => void, signal: AbortSignal): void {
  const listener: StorageListener = (changes) => {
    if (keysFor(site).some((key) => changes[key])) changed();
  };
  api.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isConnected()) api.storage.onChanged.removeListener(listener);
  });
}

export async function writeSite(site: string, state: SiteState): Promise<void> {
  await api.storage.local.set({ [siteKey(site)]: state });
}

/** Sends a command to the background, waking it. Resolves in any case: a missing background is no reason to fail. */
export async function send(message: Message): Promise<void> {
  try {
    await api.runtime.sendMessage(message);
  } catch {
    // The extension is gone or its background did not answer; the panel goes on from storage.
  }
}
