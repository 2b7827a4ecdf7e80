import { CURRENCY_CODES } from './currency.ts';
import { LANGUAGES } from './language.ts';
import { isRecord, own } from './parse.ts';

export const COLOURS = ['auto', 'red-up', 'green-up', 'blue-orange'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;

export const PERIOD_RANGE = { min: 30, max: 3600 } as const;
export const ROWS_RANGE = { min: 3, max: 50 } as const;

/** One check a field: is this value one it can have? */
const oneOf =
  <T>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.includes(value as T);
const whole =
  ({ min, max }: { min: number; max: number }) =>
  (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const flag = (value: unknown): value is boolean => typeof value === 'boolean';

const AUTO = 'auto' as const;

/** The reader's choices: name, default and check, once. */
const FIELDS = {
  /** Second currency; `auto` follows the language of the page. */
  currency: { fallback: AUTO, allows: oneOf([AUTO, ...CURRENCY_CODES]) },
  /** Seconds between two refreshes. */
  periodSeconds: { fallback: 60, allows: whole(PERIOD_RANGE) },
  /** Rows of the panel before 查看更多. */
  rows: { fallback: 10, allows: whole(ROWS_RANGE) },
  /** Which colour means up. */
  colours: { fallback: AUTO, allows: oneOf(COLOURS) },
  theme: { fallback: AUTO, allows: oneOf(THEMES) },
  /** Language of Tickside; `auto` follows the page, and the browser in popup and options. */
  language: { fallback: AUTO, allows: oneOf([AUTO, ...LANGUAGES]) },
  /** The panel on news pages, everywhere. */
  panel: { fallback: true, allows: flag },
} as const;

type Allowed<F> = F extends { allows: (value: unknown) => value is infer T } ? T : never;
export type Settings = { readonly v: 1 } & {
  readonly [K in keyof typeof FIELDS]: Allowed<(typeof FIELDS)[K]>;
};

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
  if (raw === undefined || raw === null) return readFields({});
  if (isRecord(raw) && raw.v === SETTINGS_VERSION) return readFields(raw);
  const isLater = isRecord(raw) && Number(raw.v) > SETTINGS_VERSION;
  return { ...readFields({}), problem: isLater ? 'future-version' : 'not-settings' };
}

function readFields(raw: Record<string, unknown>): ParsedSettings {
  const badFields: string[] = [];
  const entries = Object.entries(FIELDS).map(([name, field]) => {
    const value = own(raw, name);
    if (field.allows(value)) return [name, value];
    // A field that is merely absent was added by a later release of the same version: no reason for a note.
    if (value !== undefined) badFields.push(name);
    return [name, field.fallback];
  });
  return {
    settings: { v: SETTINGS_VERSION, ...(Object.fromEntries(entries) as Omit<Settings, 'v'>) },
    problem: badFields.length > 0 ? 'bad-fields' : null,
    badFields,
  };
}

export const DEFAULT_SETTINGS: Settings = readFields({}).settings;
