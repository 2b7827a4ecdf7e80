import type { PageDisclaimer } from '../disclaimer/regional.ts';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { type CoinList, coinName } from '../market/coin.ts';
import type { CurrencyCode } from '../money/currency.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { SourceTable } from '../sources/source-info.ts';
import { isRecord } from '../storage/guards.ts';
import { BAR } from './price-table.ts';

/** Names by id, with bars between: symbol, then the name in each language, in their order. */
type CoinNames = Readonly<Record<string, string>>;

/**
 * What the page-facing script needs to know but need not carry on every page load: coins, sources, the words of its surface in
 * each language, what follows the short disclaimer, and the reader's choices, checked. The background stores it; the short
 * disclaimer is part of the script.
 */
export interface PageContext {
  readonly coins: CoinNames;
  readonly words: Readonly<Record<'en', unknown> & Partial<Record<Language, unknown>>>;
  readonly sources: SourceTable;
  readonly disclaimers: Readonly<Record<'en', PageDisclaimer> & Partial<Record<Language, PageDisclaimer>>>;
  readonly settings: PageSettings;
  readonly currencies: Readonly<Record<string, CurrencyCode>>;
}

export const coinNames = (coins: CoinList): CoinNames =>
  Object.fromEntries(
    [...coins.values()].map((coin) => [
      coin.id,
      [coin.symbol, ...LANGUAGES.map((language) => coinName(coin, language))].join(BAR),
    ]),
  );

/** Reads a stored reference out of parsed JSON: the right outline, or null: when it is absent, or not one, or of an earlier version. */
export function parsePageContext(raw: unknown): PageContext | null {
  if (!isRecord(raw)) return null;
  const { words, disclaimers, settings, coins, sources, currencies } = raw as unknown as PageContext;
  const parts = [
    settings,
    coins,
    sources,
    currencies,
    // English is there in any version; a language that came later is not, until the background has written anew.
    words?.en,
    disclaimers?.en,
    ...Object.values(words ?? {}),
    ...Object.values(disclaimers ?? {}),
  ];
  const isWhole = parts.every(isRecord) && [settings.denied, settings.allowed].every(Array.isArray);
  return isWhole ? (raw as unknown as PageContext) : null;
}
