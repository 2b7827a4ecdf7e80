import * as v from 'valibot';
import { REGIONS } from '../disclaimer/region.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { COIN_ID } from '../market/coin.ts';
import { HOT_LISTS, type HotList } from '../market/coin-lists.ts';
import { CURRENCY_CODES } from '../money/currency.ts';
import { isRecord } from '../storage/guards.ts';
import { integerBetween, listOf, parseFields, type ValuesOf } from './field-schema.ts';

export const COLOR_SCHEMES = ['auto', 'red-up', 'green-up', 'blue-orange'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
export { HOT_LISTS, type HotList };
/** `allow-only`: nowhere but where a rule allows it. */
export const SITE_MODES = ['listed', 'allow-only'] as const;

export const PERIOD_RANGE = { min: 30, max: 3600 } as const;
export const ROWS_RANGE = { min: 3, max: 50 } as const;
export const MOST_RULES = 200;
export const MOST_WATCHED = 100;
export const LONGEST_OWN_DISCLAIMER = 300;

/** A host, as `coindesk.com` or `*.coindesk.com`, or one with the beginning of a path: `coindesk.com/markets/`. */
export const SITE_RULE = /^(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(\/[^\s?#]{0,200})?$/;

const AUTO = 'auto' as const;

/** The choices that the page-facing script reads too: name, default and schema, once. */
export const PAGE_FIELDS = {
  /** Second currency; `auto` follows the language of the page. */
  currency: { fallback: AUTO, schema: v.picklist([AUTO, ...CURRENCY_CODES]) },
  /** Seconds between two refreshes. */
  periodSeconds: { fallback: 60, schema: integerBetween(PERIOD_RANGE) },
  /** Rows of the panel before 查看更多. */
  rows: { fallback: 10, schema: integerBetween(ROWS_RANGE) },
  /** Which colour means up. */
  colours: { fallback: AUTO, schema: v.picklist(COLOR_SCHEMES) },
  theme: { fallback: AUTO, schema: v.picklist(THEMES) },
  /** Language of Tickside; `auto` follows the page, and the browser in popup and options. */
  language: { fallback: AUTO, schema: v.picklist([AUTO, ...LANGUAGES]) },
  /** The panel on news pages; false pauses everything on pages, everywhere. */
  panel: { fallback: true, schema: v.boolean() },
  hotList: { fallback: 'market-cap', schema: v.picklist(HOT_LISTS) },
  /** CoinGecko ids, in the reader's order. */
  watchlist: { fallback: [] as readonly string[], schema: listOf(COIN_ID, MOST_WATCHED) },
  /** Underline coins in the article's text. */
  mentions: { fallback: true, schema: v.boolean() },
  siteMode: { fallback: 'listed', schema: v.picklist(SITE_MODES) },
  /** Site rules: never there. Goes before `allowed`. */
  denied: { fallback: [] as readonly string[], schema: listOf(SITE_RULE, MOST_RULES) },
  /** Site rules: only there, in `allow-only` mode. */
  allowed: { fallback: [] as readonly string[], schema: listOf(SITE_RULE, MOST_RULES) },
  /** Whose risk disclaimer; `auto` goes by the page's and the browser's language. */
  region: { fallback: AUTO, schema: v.picklist([AUTO, ...REGIONS]) },
  /** Shown in addition to the disclaimer, never in its place. */
  ownDisclaimer: { fallback: '', schema: v.pipe(v.string(), v.maxLength(LONGEST_OWN_DISCLAIMER)) },
} as const;

export type PageSettings = ValuesOf<typeof PAGE_FIELDS>;

/** Stored settings as the page-facing script reads them; anything odd is the default (options and popup tell of it). */
export const parsePageSettings = (raw: unknown): PageSettings =>
  parseFields(PAGE_FIELDS, isRecord(raw) && raw.v === 1 ? raw : {}).values;
