import type { Language } from '../i18n/language.ts';
import type { CurrencyCode } from '../money/currency.ts';
import { ABSENT, direction, formatChange, formatMoney, formatPrice } from '../money/format.ts';
import type { HotList } from '../settings/page-settings.ts';
import { type CoinList, coinName } from './coin.ts';
import { availableList, listOrder } from './coin-lists.ts';
import {
  type Circumstances,
  type Freshness,
  freshness,
  type PrimarySource,
  primarySourceOfSnapshot,
} from './freshness.ts';
import { ratePerUsdt, type Snapshot } from './snapshot.ts';

/** One coin as a list shows it: text, ready to print. */
export interface PriceRow {
  readonly id: string;
  readonly symbol: string;
  /** In the reader's language; empty where it would only repeat the symbol. */
  readonly name: string;
  readonly price: string;
  readonly money: string;
  readonly change: string;
  readonly direction: 'up' | 'down' | 'flat' | null;
  /** Far older than it should be. */
  readonly stale: boolean;
  /** Who told this price and when; null when nobody has. */
  readonly quotedBy: { readonly source: string; readonly at: number } | null;
  /** Id of a source whose price is more than 2 % away; null while nobody contradicts. */
  readonly disputedBy: string | null;
}

/** A list of coins with its heading's facts. */
export interface PriceList {
  /** What the list is: not the one asked for while nobody has told its figures. */
  readonly list: HotList;
  readonly rows: readonly PriceRow[];
  readonly primarySource: PrimarySource;
  readonly state: Freshness;
}

export interface PriceListInput {
  readonly snapshot: Snapshot;
  readonly coins: CoinList;
  readonly language: Language;
  readonly currency: CurrencyCode;
  /** Rows at the most. */
  readonly count: number;
  readonly around: Circumstances;
  /** What the list is made of; by market cap when absent. */
  readonly hotList?: HotList;
  /** The reader's own coins, for the list of that name. */
  readonly watchlist?: readonly string[];
}

/** The coins of a hot list, formatted. */
export function buildPriceList(input: PriceListInput): PriceList {
  const { snapshot, coins, language, currency, count, around } = input;
  const { hotList = 'market-cap', watchlist = [] } = input;
  const list = availableList(snapshot, coins, hotList);
  const ids = listOrder(snapshot, coins, list, watchlist).slice(0, count);
  // An empty list (nothing watched, nothing rose) has a state too: that of all prices.
  const primarySource = primarySourceOfSnapshot(snapshot, ids.length > 0 ? ids : [...coins.keys()]);
  const trouble = snapshot.trouble !== null;
  const rate = ratePerUsdt(snapshot, currency);
  const rows = ids.map((id): PriceRow => {
    const coin = coins.get(id);
    const quote = snapshot.quotes[id];
    const symbol = coin?.symbol ?? id;
    const name = coin ? coinName(coin, language) : '';
    const change = formatChange(quote?.change24h ?? null);
    return {
      id,
      symbol,
      name: name === symbol ? '' : name,
      price: quote ? formatPrice(quote.last) : ABSENT,
      money: quote ? formatMoney(quote.last, rate, currency) : ABSENT,
      change,
      direction: direction(change),
      stale: quote !== undefined && freshness(quote.at, trouble, around) === 'stale',
      quotedBy: quote ? { source: quote.source, at: quote.at } : null,
      disputedBy: quote?.disputedBy ?? null,
    };
  });
  return { list, rows, primarySource, state: freshness(primarySource.at, trouble, around) };
}
