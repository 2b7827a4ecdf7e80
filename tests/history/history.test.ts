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
 * What was once written to somebody's storage must be readable for ever. Each file here is one stored value as a released
 * version wrote it, and what it is to be read as. They are frozen: a new version of an item gets a new file beside the old.
 */
interface Example {
  readonly key: string;
  readonly version: number;
  readonly stored: unknown;
  readonly read: unknown;
}

interface Item {
  /** Versions this item has had, the present one last. */
  readonly version: number;
  readonly fallback: unknown;
  parse(raw: unknown): unknown;
  /** What is written of a value; the value itself where this is absent. */
  write?(value: unknown): unknown;
}

const { PRICE_TABLE, SNAPSHOT, HEALTH, SETTINGS, SETTINGS_BACKUPS, PAGE_CONTEXT, HISTORY_INDEX } = stored;

/** Every item by the name of its files. A list carries no version of its own: it is at its first. */
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
 * What the background works out of other items, and writes again at every start: nothing is lost with it, so nothing is migrated.
 * An older version counts as absent, and must, or a page would print it as something that it is not.
 */
const DERIVED = new Set([PRICE_TABLE.key, PAGE_CONTEXT.key]);

const FILES = filesIn('tests/history').filter((path) => path.endsWith('.json'));
const exampleIn = (path: string): Example => JSON.parse(readRepoFile(path)) as Example;
/** Maps have no place in JSON: as lists of their entries. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner)));

/** What an example is read as. Settings that came later within its version have their default. */
const readingOf = (name: string, { read }: Example): unknown =>
  name.startsWith('settings.') && isRecord(read)
    ? { ...read, settings: { ...DEFAULT_SETTINGS, ...(isRecord(read.settings) ? read.settings : {}) } }
    : read;

test('every stored item is known here', () => {
  const defined = Object.values(stored)
    .filter(
      (value): value is typeof stored.SNAPSHOT =>
        typeof value === 'object' && value !== null && 'key' in value,
    )
    .map(({ key }) => key);
  expect([...defined, 'site', 'history'].sort()).toEqual(Object.keys(ITEMS).sort());
  // Keys are said in core/storage/items.ts, core/sites/site-state.ts and core/history/price-history.ts, and nowhere else.
  expect(linesWith(SHIPPED, /storage\.local\.(get|set|remove)\(\s*['"[{]\s*['"]/)).toEqual([]);
});

test('every version an item has had has its example, and no example is of nothing', () => {
  const wanted = Object.entries(ITEMS).flatMap(([name, { version }]) =>
    Array.from({ length: version }, (_, before) => `${name}.v${before + 1}.json`),
  );
  expect(FILES.map((path) => basename(path)).sort()).toEqual(wanted.sort());
});

const isOutdated = ({ key, version }: Example): boolean =>
  DERIVED.has(key) && version < (ITEMS[key]?.version ?? 0);
const OUTDATED = FILES.filter((path) => isOutdated(exampleIn(path)));

test.each(OUTDATED)('%s, worked out by an older version, counts as absent', (path) => {
  const { key, stored: raw, read } = exampleIn(path);
  expect(ITEMS[key]?.parse(raw)).toEqual(ITEMS[key]?.fallback);
  expect(read).toEqual(ITEMS[key]?.fallback);
});

describe.each(FILES.map((path) => [basename(path, '.json'), path]))('%s', (name, path) => {
  test('is what its name says', () => {
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

  test('is read to the exact value', () => {
    if (!item) throw new Error(`no such item: ${name}`);
    expect(plain(item.parse(example.stored))).toEqual(readingOf(name, example));
    // And not because everything is.
    expect(plain(item.parse(example.stored))).not.toEqual(plain(item.fallback));
  });

  test('in use, it is stored and read again as the same', () => {
    if (!item) throw new Error(`no such item: ${name}`);
    // Settings are read with what was wrong with them, which is not stored.
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
])('%s of a later version is not misread: it counts as absent', (name) => {
  const example = exampleIn(`tests/history/${name}.v${ITEMS[name]?.version}.json`);
  const item = ITEMS[name];
  const later = { ...(example.read as object), v: (ITEMS[name]?.version ?? 0) + 1 };
  expect(item?.parse(item.write ? item.write(later) : later)).toEqual(item?.fallback);
});

test('settings of a later version are not misread either, and it is said', () => {
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
