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
/** `allow-only`: only where a rule allows it. */
export const SITE_MODES = ['listed', 'allow-only'] as const;

export const PERIOD_RANGE = { min: 30, max: 3600 } as const;
export const ROWS_RANGE = { min: 3, max: 50 } as const;
export const MAX_RULES = 200;
export const MAX_WATCHED = 100;
export const LONGEST_OWN_DISCLAIMER = 300;

/** A host, such as `coindesk.com` or `*.coindesk.com`, optionally with a path prefix: `coindesk.com/markets/`. */
export const SITE_RULE = /^(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+(\/[^\s?#]{0,200})?$/;

const AUTO = 'auto' as const;

/** The settings that the page-facing script reads too: name, default and schema. */
export const PAGE_FIELDS = {
  /** Second currency; `auto` follows the language of the page. */
  currency: { fallback: AUTO, schema: v.picklist([AUTO, ...CURRENCY_CODES]) },
  /** Seconds between two refreshes. */
  periodSeconds: { fallback: 60, schema: integerBetween(PERIOD_RANGE) },
  /** Rows of the panel while it is not expanded. */
  rows: { fallback: 10, schema: integerBetween(ROWS_RANGE) },
  /** Which color means up. */
  colours: { fallback: AUTO, schema: v.picklist(COLOR_SCHEMES) },
  theme: { fallback: AUTO, schema: v.picklist(THEMES) },
  /** Language of Tickside; `auto` follows the page, or the browser in popup and options. */
  language: { fallback: AUTO, schema: v.picklist([AUTO, ...LANGUAGES]) },
  /** The panel on news pages; false disables everything on pages, on every site. */
  panel: { fallback: true, schema: v.boolean() },
  hotList: { fallback: 'market-cap', schema: v.picklist(HOT_LISTS) },
  /** CoinGecko ids, in the reader's order. */
  watchlist: { fallback: [] as readonly string[], schema: listOf(COIN_ID, MAX_WATCHED) },
  /** Underline coins in the text of articles. */
  mentions: { fallback: true, schema: v.boolean() },
  siteMode: { fallback: 'listed', schema: v.picklist(SITE_MODES) },
  /** Site rules: never on these sites. Overrides `allowed`. */
  denied: { fallback: [] as readonly string[], schema: listOf(SITE_RULE, MAX_RULES) },
  /** Site rules: only on these sites, in `allow-only` mode. */
  allowed: { fallback: [] as readonly string[], schema: listOf(SITE_RULE, MAX_RULES) },
  /** Region of the risk disclaimer; `auto` derives it from the languages of the page and the browser. */
  region: { fallback: AUTO, schema: v.picklist([AUTO, ...REGIONS]) },
  /** Shown in addition to the disclaimer, never instead of it. */
  ownDisclaimer: { fallback: '', schema: v.pipe(v.string(), v.maxLength(LONGEST_OWN_DISCLAIMER)) },
} as const;

export type PageSettings = ValuesOf<typeof PAGE_FIELDS>;

/** Parses stored settings for the page-facing script. An invalid value becomes the default; options and popup report it. */
export const parsePageSettings = (raw: unknown): PageSettings =>
  parseFields(PAGE_FIELDS, isRecord(raw) && raw.v === 1 ? raw : {}).values;
