import { browser } from 'wxt/browser';
import { type HistoryIndex, NO_HISTORY_INDEX } from '../core/history/history-quota.ts';
import { coinOfHistoryKey, type History, historyKey } from '../core/history/price-history.ts';
import { parseHistory } from '../core/history/price-history-schema.ts';
import { DEFAULT_SITE_STATE, hostOfSiteKey, type SiteState, siteKey } from '../core/sites/site-state.ts';
import { parseSiteState } from '../core/sites/site-state-schema.ts';
import { HISTORY_INDEX, type StoredItem } from '../core/storage/items.ts';

/** Reads one item, parsed; the fallback when it is absent. */
export async function readItem<T>(item: StoredItem<T>): Promise<T> {
  const raw = (await browser.storage.local.get(item.key))[item.key];
  return raw === undefined ? item.fallback : item.parse(raw);
}

/** Reads one item as it stands, for those who keep it or compare it. */
export async function readRaw(item: StoredItem<unknown>): Promise<unknown> {
  return (await browser.storage.local.get(item.key))[item.key];
}

/** Writes several items at once: all of them or none. Keys are those of the items. */
export async function writeItems(values: Readonly<Record<string, unknown>>): Promise<void> {
  await browser.storage.local.set(values);
}

/** Calls back with the parsed new value whenever an item changes, until the signal aborts. */
export function watchItem<T>(item: StoredItem<T>, changed: (value: T) => void, signal: AbortSignal): void {
  watchKeys((changes) => {
    const change = changes[item.key];
    if (change) changed(change.newValue === undefined ? item.fallback : item.parse(change.newValue));
  }, signal);
}

/**
 * Calls back whenever an item has become old: what it is made of was written without it. Whoever writes both at once has seen to
 * it already.
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

/** What the reader did on each site, by host. */
export async function readSiteStates(): Promise<ReadonlyMap<string, SiteState>> {
  const states = new Map<string, SiteState>();
  for (const [key, raw] of Object.entries(await browser.storage.local.get(null))) {
    const host = hostOfSiteKey(key);
    if (host) states.set(host, parseSiteState(raw));
  }
  return states;
}

/** Calls back whenever any site's state changes. */
export function watchSiteStates(changed: () => void, signal: AbortSignal): void {
  watchKeys((changes) => {
    if (Object.keys(changes).some((key) => hostOfSiteKey(key))) changed();
  }, signal);
}

/** Did the reader hide the panel on a site? */
export async function readSiteHidden(site: string): Promise<boolean> {
  const key = siteKey(site);
  return parseSiteState((await browser.storage.local.get(key))[key]).hidden;
}

/** Shows or hides the panel on a site; how it was folded stays. */
export async function setSiteHidden(host: string, hidden: boolean): Promise<void> {
  const key = siteKey(host);
  const raw = (await browser.storage.local.get(key))[key];
  await browser.storage.local.set({ [key]: { ...DEFAULT_SITE_STATE, ...parseSiteState(raw), hidden } });
}

/** Writes an item only when it differs from what is stored. */
export async function writeIfNew(item: StoredItem<unknown>, value: unknown): Promise<void> {
  if (JSON.stringify(await readRaw(item)) !== JSON.stringify(value)) await writeItems({ [item.key]: value });
}

/** The stored pasts of coins, by coin; those that are not stored are absent. */
export async function readHistories(ids: readonly string[]): Promise<Record<string, History>> {
  const raw = await browser.storage.local.get(ids.map(historyKey));
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const id = coinOfHistoryKey(key);
      return id && value ? [[id, parseHistory(value)]] : [];
    }),
  );
}

/** Which coins' pasts are stored. When that was lost it is looked up: what nobody knows of would never make room. */
export async function readHistoryIndex(): Promise<HistoryIndex> {
  const index = await readItem(HISTORY_INDEX);
  if (index !== NO_HISTORY_INDEX) return index;
  const keys = Object.keys(await browser.storage.local.get(null));
  return { ...index, ids: keys.flatMap((key) => coinOfHistoryKey(key) ?? []) };
}

/** Takes the pasts of some coins away, then writes those of others, and further items, at once. Rejects when storage is full. */
export async function writeHistories(
  histories: Readonly<Record<string, History>>,
  dropped: readonly string[],
  others: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (dropped.length > 0) await browser.storage.local.remove(dropped.map(historyKey));
  const items = Object.entries(histories).map(([id, history]) => [historyKey(id), history]);
  await writeItems({ ...Object.fromEntries(items), ...others });
}

/** Calls back whenever the past of one of these coins changes. */
export function watchHistories(ids: readonly string[], changed: () => void, signal: AbortSignal): void {
  const keys = ids.map(historyKey);
  watchKeys((changes) => {
    if (keys.some((key) => changes[key])) changed();
  }, signal);
}
