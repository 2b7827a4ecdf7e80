import type { PageDisclaimer } from '../disclaimer/regional.ts';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { type CoinList, coinName } from '../market/coin.ts';
import type { PriceRow } from '../market/price-list.ts';
import type { CurrencyCode } from '../money/currency.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { SourceTable } from '../sources/source-info.ts';
import { getOwn, isRecord, isText, isTextList, parseJson } from '../storage/guards.ts';

/**
 * What the page-facing script needs to know but need not carry on every page load: coins, sources, the words of its surface in
 * each language, what follows the short disclaimer, and the reader's choices, checked. The background stores it; the short
 * disclaimer is part of the script.
 */
export interface PageContext {
  readonly v: typeof PAGE_CONTEXT_VERSION;
  /** By id: the symbol, then the name in each language, as in `LANGUAGES`. Checked when shown. */
  readonly coins: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<'en', unknown> & Partial<Record<Language, unknown>>>;
  readonly sources: SourceTable;
  readonly disclaimers: Readonly<Record<'en', PageDisclaimer> & Partial<Record<Language, PageDisclaimer>>>;
  readonly settings: PageSettings;
  readonly currencies: Readonly<Record<string, CurrencyCode>>;
}

/** The present form of a stored context. Another one counts as absent until the background has written it again. */
export const PAGE_CONTEXT_VERSION = 2;

/** A context as it is stored. */
export const pageContextText = (context: PageContext): string => JSON.stringify(context);

/** Coins as a context has them. */
export const coinNames = (coins: CoinList): PageContext['coins'] =>
  Object.fromEntries(
    [...coins.values()].map((coin) => [
      coin.id,
      [coin.symbol, ...LANGUAGES.map((language) => coinName(coin, language))],
    ]),
  );

/** One coin of a context, its name in this language; null when it has no such coin. */
export function readCoin(
  coins: PageContext['coins'],
  id: string,
  language: Language,
): Pick<PriceRow, 'id' | 'symbol' | 'name'> | null {
  const coin = getOwn(coins, id);
  // By index: in a page that has just been opened, taking a list apart by pattern costs three times as much.
  return isTextList(coin) && coin[0]
    ? { id, symbol: coin[0], name: coin[1 + LANGUAGES.indexOf(language)] ?? '' }
    : null;
}

/** Reads a stored context as if an enemy had written it: null when its outline does not hold, or is that of another version. */
export function parsePageContext(text: unknown): PageContext | null {
  const context = parseJson(text);
  return isPageContext(context) ? context : null;
}

function isPageContext(raw: unknown): raw is PageContext {
  if (!isRecord(raw) || raw.v !== PAGE_CONTEXT_VERSION) return false;
  const { coins, words, sources, disclaimers, settings, currencies } = raw;
  if (!isRecord(words) || !isRecord(sources) || !isRecord(disclaimers)) return false;
  return (
    // English is there in any version; a language that came later is not, until the background has written again.
    [words.en, ...Object.values(words)].every(isRecord) &&
    [disclaimers.en, ...Object.values(disclaimers)].every(isTexts) &&
    Object.values(sources).every((source) => isRecord(source) && isText(source.label)) &&
    isRecord(coins) &&
    isRecord(currencies) &&
    isRecord(settings) &&
    hasChoices(settings)
  );
}

/** Are those choices there that a panel cannot be made without? */
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
