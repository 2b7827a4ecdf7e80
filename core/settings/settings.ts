import * as v from 'valibot';
import { isRecord } from '../storage/guards.ts';
import { PlainObject } from '../storage/schema-parts.ts';
import { listOf, parseFields, type ValuesOf } from './field-schema.ts';
import { PAGE_FIELDS } from './page-settings.ts';

/** A base address: https, a host, and possibly a path, without a slash at the end. */
export const BASE_ADDRESS =
  /^https:\/\/[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(:\d{1,5})?(\/[\w.~%-]{1,80}){0,6}$/;
/** The address of an own feed. */
export const FEED_ADDRESS =
  /^https:\/\/[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(:\d{1,5})?\/[\w.~%/-]{1,300}(\?[\w.~%=&-]{0,200})?$/;
const SOURCE_ID = /^[a-z0-9-]{1,24}$/;
export const HOST = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const MOST_SOURCES = 40;
export const MOST_ADDED = 200;

const AddressBook = v.pipe(
  PlainObject,
  // A name that the table below would silently leave out.
  v.check((book) => Object.keys(book).length <= MOST_SOURCES && !Object.hasOwn(book, '__proto__')),
  v.record(v.pipe(v.string(), v.regex(SOURCE_ID)), v.pipe(v.string(), v.regex(BASE_ADDRESS))),
  v.readonly(),
);
const FeedAddress = v.union([v.literal(''), v.pipe(v.string(), v.regex(FEED_ADDRESS))]);

/** The choices that no page needs to know. */
const BACKGROUND_FIELDS = {
  /** Ids of price sources to ask first, in this order; the others follow in their own. */
  sourceOrder: { fallback: [] as readonly string[], schema: listOf(SOURCE_ID, MOST_SOURCES) },
  /** Ids of sources, of prices or rates, that are never asked. */
  sourcesOff: { fallback: [] as readonly string[], schema: listOf(SOURCE_ID, MOST_SOURCES) },
  /** By source id: an address asked in place of its own hosts. */
  mirrors: { fallback: {} as Readonly<Record<string, string>>, schema: AddressBook },
  /** An own feed (docs/feed.schema.json), asked before all others; empty for none. */
  feedUrl: { fallback: '', schema: FeedAddress },
  /** Hosts beyond the listed ones that the reader has added. */
  addedSites: { fallback: [] as readonly string[], schema: listOf(HOST, MOST_ADDED) },
} as const;

/** The reader's choices: name, default and schema, once. */
const FIELDS = { ...PAGE_FIELDS, ...BACKGROUND_FIELDS };

export type Settings = { readonly v: 1 } & ValuesOf<typeof FIELDS>;

export const SETTINGS_VERSION = 1;

/** Why stored settings were not taken as they were. */
export type SettingsProblem = 'not-settings' | 'future-version' | 'bad-fields';

export interface ParsedSettings {
  readonly settings: Settings;
  readonly problem: SettingsProblem | null;
  /** Names of the fields that were replaced by their default. */
  readonly badFields: readonly string[];
}

/**
 * Reads stored or imported settings. Never throws and never refuses: each bad field takes its default and is named;
 * something that is no settings object at all, or one of a later version, gives the defaults as a whole.
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
