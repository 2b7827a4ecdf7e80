import type { PageDisclaimer } from '../disclaimer/regional.ts';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { type CoinList, coinName } from '../market/coin.ts';
import type { PriceRow } from '../market/price-list.ts';
import type { CurrencyCode } from '../money/currency.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { SourceTable } from '../sources/source-info.ts';
import { getOwn, isRecord, isText, isTextList, parseJson } from '../storage/guards.ts';

/**
 * Data that the page-facing script reads from storage instead of bundling it, so that page loads stay cheap: coins, sources,
 * the strings of the panel in each language, the full disclaimers, and the validated settings. The background stores it. The
 * short disclaimer is part of the script.
 */
export interface PageContext {
  readonly v: typeof PAGE_CONTEXT_VERSION;
  /** By id: the symbol, then the name in each language, in the order of `LANGUAGES`. Validated when a row is read. */
  readonly coins: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<'en', unknown> & Partial<Record<Language, unknown>>>;
  readonly sources: SourceTable;
  readonly disclaimers: Readonly<Record<'en', PageDisclaimer> & Partial<Record<Language, PageDisclaimer>>>;
  readonly settings: PageSettings;
  readonly currencies: Readonly<Record<string, CurrencyCode>>;
}

/** Version of the stored format. Another version counts as absent until the background has rewritten it. */
export const PAGE_CONTEXT_VERSION = 2;

/** Serializes a context for storage. */
export const pageContextText = (context: PageContext): string => JSON.stringify(context);

/** Converts coins to the format of a context. */
export const coinNames = (coins: CoinList): PageContext['coins'] =>
  Object.fromEntries(
    [...coins.values()].map((coin) => [
      coin.id,
      [coin.symbol, ...LANGUAGES.map((language) => coinName(coin, language))],
    ]),
  );

/** Reads one coin of a context, with its name in this language; null if it is missing or invalid. */
export function readCoin(
  coins: PageContext['coins'],
  id: string,
  language: Language,
): Pick<PriceRow, 'id' | 'symbol' | 'name'> | null {
  const coin = getOwn(coins, id);
  // By index: in a newly opened page, destructuring the array takes three times as long.
  return isTextList(coin) && coin[0]
    ? { id, symbol: coin[0], name: coin[1 + LANGUAGES.indexOf(language)] ?? '' }
    : null;
}

/** Parses a stored context, which is untrusted input; null if required fields are invalid or the version differs. */
export function parsePageContext(text: unknown): PageContext | null {
  const context = parseJson(text);
  return isPageContext(context) ? context : null;
}

function isPageContext(raw: unknown): raw is PageContext {
  if (!isRecord(raw) || raw.v !== PAGE_CONTEXT_VERSION) return false;
  const { coins, words, sources, disclaimers, settings, currencies } = raw;
  if (!isRecord(words) || !isRecord(sources) || !isRecord(disclaimers)) return false;
  return (
    // English is always present; a language that was added later is missing until the background has rewritten the context.
    [words.en, ...Object.values(words)].every(isRecord) &&
    [disclaimers.en, ...Object.values(disclaimers)].every(isTexts) &&
    Object.values(sources).every((source) => isRecord(source) && isText(source.label)) &&
    isRecord(coins) &&
    isRecord(currencies) &&
    isRecord(settings) &&
    hasChoices(settings)
  );
}

/** Checks for the settings that the panel cannot do without. */
const hasChoices = ({
  language,
  ownDisclaimer,
  rows,
  periodSeconds,
  denied,
  allowed,
}: Record<string, unknown>) =>
  ['auto', ...LANGUAGES].some((each) => each === language) &&
  [rows, periodSeconds].every(Number.isFinite) &&
  isText(ownDisclaimer) &&
  isTextList(denied) &&
  isTextList(allowed);

const isTexts = (value: unknown): boolean => isRecord(value) && isTextList(Object.values(value));
