import { browser } from 'wxt/browser';
import { type HistoryIndex, NO_HISTORY_INDEX } from '../core/history/history-quota.ts';
import { coinOfHistoryKey, type History, historyKey } from '../core/history/price-history.ts';
import { parseHistory } from '../core/history/price-history-schema.ts';
import { DEFAULT_SITE_STATE, hostOfSiteKey, type SiteState, siteKey } from '../core/sites/site-state.ts';
import { parseSiteState } from '../core/sites/site-state-schema.ts';
import { HISTORY_INDEX, type StoredItem } from '../core/storage/items.ts';

/** Reads and parses an item; the fallback if it is absent. */
export async function readItem<T>(item: StoredItem<T>): Promise<T> {
  const raw = (await browser.storage.local.get(item.key))[item.key];
  return raw === undefined ? item.fallback : item.parse(raw);
}

/** Reads an item without parsing it. */
export async function readRaw(item: StoredItem<unknown>): Promise<unknown> {
  return (await browser.storage.local.get(item.key))[item.key];
}

/** Writes several items atomically, by key. */
export async function writeItems(values: Readonly<Record<string, unknown>>): Promise<void> {
  await browser.storage.local.set(values);
}

/** Calls back with the parsed new value on every change of an item, until the signal aborts. */
export function watchItem<T>(item: StoredItem<T>, changed: (value: T) => void, signal: AbortSignal): void {
  watchKeys((changes) => {
    const change = changes[item.key];
    if (change) changed(change.newValue === undefined ? item.fallback : item.parse(change.newValue));
  }, signal);
}

/**
 * Calls back when a derived item is outdated: an item that it is derived from was written without it. A write of both keeps it up
 * to date.
 */
export function watchOutdated(
  made: StoredItem<unknown>,
  source: StoredItem<unknown>,
  outdated: () => void,
  signal: AbortSignal,
): void {
  watchKeys((changes) => {
    if (changes[source.key] && !changes[made.key]) outdated();
  }, signal);
}

type Changes = Readonly<Record<string, { newValue?: unknown }>>;

function watchKeys(changed: (changes: Changes) => void, signal: AbortSignal): void {
  const listener = (changes: Changes, area: string): void => {
    if (area === 'local') changed(changes);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Reads the states of all sites, by host. */
export async function readSiteStates(): Promise<ReadonlyMap<string, SiteState>> {
  const states = new Map<string, SiteState>();
  for (const [key, raw] of Object.entries(await browser.storage.local.get(null))) {
    const host = hostOfSiteKey(key);
    if (host) states.set(host, parseSiteState(raw));
  }
  return states;
}

/** Calls back on every change of a site's state. */
export function watchSiteStates(changed: () => void, signal: AbortSignal): void {
  watchKeys((changes) => {
    if (Object.keys(changes).some((key) => hostOfSiteKey(key))) changed();
  }, signal);
}

/** Reads whether the panel is hidden on a site. */
export async function readSiteHidden(site: string): Promise<boolean> {
  const key = siteKey(site);
  return parseSiteState((await browser.storage.local.get(key))[key]).hidden;
}

/** Shows or hides the panel on a site; its collapsed state is kept. */
export async function setSiteHidden(host: string, hidden: boolean): Promise<void> {
  const key = siteKey(host);
  const raw = (await browser.storage.local.get(key))[key];
  await browser.storage.local.set({ [key]: { ...DEFAULT_SITE_STATE, ...parseSiteState(raw), hidden } });
}

/** Writes an item only if it differs from the stored value. */
export async function writeIfNew(item: StoredItem<unknown>, value: unknown): Promise<void> {
  if (JSON.stringify(await readRaw(item)) !== JSON.stringify(value)) await writeItems({ [item.key]: value });
}

/** Reads the stored histories of coins, by id; the others are absent. */
export async function readHistories(ids: readonly string[]): Promise<Record<string, History>> {
  const raw = await browser.storage.local.get(ids.map(historyKey));
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const id = coinOfHistoryKey(key);
      return id && value ? [[id, parseHistory(value)]] : [];
    }),
  );
}

/** Reads the index of stored histories. Rebuilds a missing index: histories that it does not contain would never be removed. */
export async function readHistoryIndex(): Promise<HistoryIndex> {
  const index = await readItem(HISTORY_INDEX);
  if (index !== NO_HISTORY_INDEX) return index;
  const keys = Object.keys(await browser.storage.local.get(null));
  return { ...index, ids: keys.flatMap((key) => coinOfHistoryKey(key) ?? []) };
}

/** Removes the histories of some coins, then writes those of others, and further items, atomically. Rejects if storage is full. */
export async function writeHistories(
  histories: Readonly<Record<string, History>>,
  dropped: readonly string[],
  others: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (dropped.length > 0) await browser.storage.local.remove(dropped.map(historyKey));
  const items = Object.entries(histories).map(([id, history]) => [historyKey(id), history]);
  await writeItems({ ...Object.fromEntries(items), ...others });
}

/** Calls back on every change of one of these histories. */
export function watchHistories(ids: readonly string[], changed: () => void, signal: AbortSignal): void {
  const keys = ids.map(historyKey);
  watchKeys((changes) => {
    if (keys.some((key) => changes[key])) changed();
  }, signal);
}
