import * as v from 'valibot';
import { isRecord } from '../storage/guards.ts';
import { PlainObject } from '../storage/schema-parts.ts';
import { listOf, parseFields, type ValuesOf } from './field-schema.ts';
import { PAGE_FIELDS } from './page-settings.ts';

/** A base URL: https, a host, and an optional path, without a trailing slash. */
export const BASE_ADDRESS =
  /^https:\/\/[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(:\d{1,5})?(\/[\w.~%-]{1,80}){0,6}$/;
/** The URL of a custom feed. */
export const FEED_ADDRESS =
  /^https:\/\/[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(:\d{1,5})?\/[\w.~%/-]{1,300}(\?[\w.~%=&-]{0,200})?$/;
const SOURCE_ID = /^[a-z0-9-]{1,24}$/;
export const HOST = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const MAX_SOURCES = 40;
export const MAX_ADDED = 200;

const AddressBook = v.pipe(
  PlainObject,
  // The table below would silently drop this key.
  v.check((book) => Object.keys(book).length <= MAX_SOURCES && !Object.hasOwn(book, '__proto__')),
  v.record(v.pipe(v.string(), v.regex(SOURCE_ID)), v.pipe(v.string(), v.regex(BASE_ADDRESS))),
  v.readonly(),
);
const FeedAddress = v.union([v.literal(''), v.pipe(v.string(), v.regex(FEED_ADDRESS))]);

/** The settings that pages do not need. */
const BACKGROUND_FIELDS = {
  /** Ids of price sources to request first, in this order; the others follow in bundled order. */
  sourceOrder: { fallback: [] as readonly string[], schema: listOf(SOURCE_ID, MAX_SOURCES) },
  /** Ids of price or rate sources that are switched off. */
  sourcesOff: { fallback: [] as readonly string[], schema: listOf(SOURCE_ID, MAX_SOURCES) },
  /** By source id: the base URL that replaces its own hosts. */
  mirrors: { fallback: {} as Readonly<Record<string, string>>, schema: AddressBook },
  /** URL of a custom feed (docs/feed.schema.json), requested before all other sources; empty for none. */
  feedUrl: { fallback: '', schema: FeedAddress },
  /** Hosts that the reader added to the listed ones. */
  addedSites: { fallback: [] as readonly string[], schema: listOf(HOST, MAX_ADDED) },
} as const;

/** All settings: name, default and schema. */
const FIELDS = { ...PAGE_FIELDS, ...BACKGROUND_FIELDS };

export type Settings = { readonly v: 1 } & ValuesOf<typeof FIELDS>;

export const SETTINGS_VERSION = 1;

/** Why stored settings were not used unchanged. */
export type SettingsProblem = 'not-settings' | 'future-version' | 'bad-fields';

export interface ParsedSettings {
  readonly settings: Settings;
  readonly problem: SettingsProblem | null;
  /** Names of the fields that were replaced by their default. */
  readonly badFields: readonly string[];
}

/**
 * Parses stored or imported settings. Never throws or fails: an invalid field gets its default and is listed in `badFields`;
 * anything but a settings object, or one of a later version, gives the defaults.
 */
export function parseSettings(raw: unknown): ParsedSettings {
  if (raw === undefined || raw === null) return parseVersion1({});
  if (isRecord(raw) && raw.v === SETTINGS_VERSION) return parseVersion1(raw);
  const isLater = isRecord(raw) && Number(raw.v) > SETTINGS_VERSION;
  return { ...parseVersion1({}), problem: isLater ? 'future-version' : 'not-settings' };
}

function parseVersion1(raw: Record<string, unknown>): ParsedSettings {
  const { values, bad } = parseFields(FIELDS, raw);
  return {
    settings: { v: SETTINGS_VERSION, ...values },
    problem: bad.length > 0 ? 'bad-fields' : null,
    badFields: bad,
  };
}

export const DEFAULT_SETTINGS: Settings = parseVersion1({}).settings;
