import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_HISTORY_INDEX } from '../../core/history/history-quota.ts';
import { coinOfHistoryKey, NO_HISTORY } from '../../core/history/price-history.ts';
import { parseHistory } from '../../core/history/price-history-schema.ts';
import { EMPTY_SNAPSHOT } from '../../core/market/snapshot.ts';
import {
  PAGE_CONTEXT_VERSION,
  type PageContext,
  pageContextText,
} from '../../core/page-data/page-context.ts';
import { PRICE_TABLE_VERSION, type PriceTable, priceTableText } from '../../core/page-data/price-table.ts';
import { DEFAULT_SETTINGS, SETTINGS_VERSION } from '../../core/settings/settings.ts';
import { DEFAULT_SITE_STATE, hostOfSiteKey } from '../../core/sites/site-state.ts';
import { parseSiteState } from '../../core/sites/site-state-schema.ts';
import { NO_HEALTH } from '../../core/sources/host-health.ts';
import { isRecord } from '../../core/storage/guards.ts';
import * as stored from '../../core/storage/items.ts';
import { filesIn, linesWith, readRepoFile, SHIPPED } from '../house.ts';

/**
 * All values that released versions have stored must stay readable. Each file here contains a stored value of a released version
 * and its expected parsed value. The files are frozen: a new version of an item gets a new file.
 */
interface Example {
  readonly key: string;
  readonly version: number;
  readonly stored: unknown;
  readonly read: unknown;
}

interface Item {
  /** All versions of this item, the current one last. */
  readonly version: number;
  readonly fallback: unknown;
  parse(raw: unknown): unknown;
  /** Converts a value to its stored form; default: the value itself. */
  write?(value: unknown): unknown;
}

const { PRICE_TABLE, SNAPSHOT, HEALTH, SETTINGS, SETTINGS_BACKUPS, PAGE_CONTEXT, HISTORY_INDEX } = stored;

/** All items by the name of their files. Lists have no version field, and are at version 1. */
const ITEMS: Readonly<Record<string, Item>> = {
  [SNAPSHOT.key]: { ...SNAPSHOT, version: EMPTY_SNAPSHOT.v },
  [HEALTH.key]: { ...HEALTH, version: NO_HEALTH.v },
  [SETTINGS.key]: { ...SETTINGS, version: SETTINGS_VERSION },
  [SETTINGS_BACKUPS.key]: { ...SETTINGS_BACKUPS, version: 1 },
  [PAGE_CONTEXT.key]: {
    ...PAGE_CONTEXT,
    version: PAGE_CONTEXT_VERSION,
    write: (value) => pageContextText(value as PageContext),
  },
  [HISTORY_INDEX.key]: { ...HISTORY_INDEX, version: NO_HISTORY_INDEX.v },
  history: { fallback: NO_HISTORY, parse: parseHistory, version: NO_HISTORY.v },
  [PRICE_TABLE.key]: {
    ...PRICE_TABLE,
    version: PRICE_TABLE_VERSION,
    write: (value) => priceTableText(value as PriceTable),
  },
  site: { fallback: DEFAULT_SITE_STATE, parse: parseSiteState, version: DEFAULT_SITE_STATE.v },
};

/**
 * Items that the background derives from others and rewrites at every start: they need no migration. An older version must count
 * as absent, or a page would misread it.
 */
const DERIVED = new Set([PRICE_TABLE.key, PAGE_CONTEXT.key]);

const FILES = filesIn('tests/history').filter((path) => path.endsWith('.json'));
const exampleIn = (path: string): Example => JSON.parse(readRepoFile(path)) as Example;
/** Converts maps to lists of entries for JSON. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner)));

/** Returns the expected parsed value of an example. Settings that were added later within its version have their default. */
const readingOf = (name: string, { read }: Example): unknown =>
  name.startsWith('settings.') && isRecord(read)
    ? { ...read, settings: { ...DEFAULT_SETTINGS, ...(isRecord(read.settings) ? read.settings : {}) } }
    : read;

test('all stored items are covered', () => {
  const defined = Object.values(stored)
    .filter(
      (value): value is typeof stored.SNAPSHOT =>
        typeof value === 'object' && value !== null && 'key' in value,
    )
    .map(({ key }) => key);
  expect([...defined, 'site', 'history'].sort()).toEqual(Object.keys(ITEMS).sort());
  // Keys are defined only in core/storage/items.ts, core/sites/site-state.ts and core/history/price-history.ts.
  expect(linesWith(SHIPPED, /storage\.local\.(get|set|remove)\(\s*['"[{]\s*['"]/)).toEqual([]);
});

test('every version of an item has an example, and every example an item', () => {
  const wanted = Object.entries(ITEMS).flatMap(([name, { version }]) =>
    Array.from({ length: version }, (_, before) => `${name}.v${before + 1}.json`),
  );
  expect(FILES.map((path) => basename(path)).sort()).toEqual(wanted.sort());
});

const isOutdated = ({ key, version }: Example): boolean =>
  DERIVED.has(key) && version < (ITEMS[key]?.version ?? 0);
const OUTDATED = FILES.filter((path) => isOutdated(exampleIn(path)));

test.each(OUTDATED)('%s, derived by an older version, counts as absent', (path) => {
  const { key, stored: raw, read } = exampleIn(path);
  expect(ITEMS[key]?.parse(raw)).toEqual(ITEMS[key]?.fallback);
  expect(read).toEqual(ITEMS[key]?.fallback);
});

describe.each(FILES.map((path) => [basename(path, '.json'), path]))('%s', (name, path) => {
  test('matches its file name', () => {
    const example = exampleIn(path);
    expect(name).toBe(`${example.key.replace(/:.*/, '')}.v${example.version}`);
    if (example.key.startsWith('site:'))
      expect(hostOfSiteKey(example.key)).toBe(example.key.slice('site:'.length));
    if (example.key.startsWith('history:'))
      expect(coinOfHistoryKey(example.key)).toBe(example.key.slice('history:'.length));
  });
});

const READABLE = FILES.filter((path) => !OUTDATED.includes(path));

describe.each(READABLE.map((path) => [basename(path, '.json'), path]))('%s', (name, path) => {
  const example = exampleIn(path);
  const item = ITEMS[name.replace(/\.v\d+$/, '')];

  test('parses to the exact value', () => {
    if (!item) throw new Error(`no such item: ${name}`);
    expect(plain(item.parse(example.stored))).toEqual(readingOf(name, example));
    // Which is not just the fallback.
    expect(plain(item.parse(example.stored))).not.toEqual(plain(item.fallback));
  });

  test('is unchanged after being stored and parsed again', () => {
    if (!item) throw new Error(`no such item: ${name}`);
    // Parsed settings include their problems, which are not stored.
    const once = item.parse(example.stored);
    const again = name.startsWith('settings.') ? (once as { settings: unknown }).settings : once;
    const kept = item.write ? item.write(again) : plain(again);
    expect(plain(item.parse(kept))).toEqual(readingOf(name, example));
  });
});

test.each([
  SNAPSHOT.key,
  HEALTH.key,
  PRICE_TABLE.key,
  PAGE_CONTEXT.key,
  HISTORY_INDEX.key,
  'history',
  'site',
])('%s of a later version counts as absent', (name) => {
  const example = exampleIn(`tests/history/${name}.v${ITEMS[name]?.version}.json`);
  const item = ITEMS[name];
  const later = { ...(example.read as object), v: (ITEMS[name]?.version ?? 0) + 1 };
  expect(item?.parse(item.write ? item.write(later) : later)).toEqual(item?.fallback);
});

test('settings of a later version are reported as such', () => {
  const later = {
    ...(exampleIn('tests/history/settings.v1.json').stored as object),
    v: SETTINGS_VERSION + 1,
  };
  expect(SETTINGS.parse(later)).toEqual({
    settings: DEFAULT_SETTINGS,
    problem: 'future-version',
    badFields: [],
  });
});
