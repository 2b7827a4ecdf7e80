import type { Language } from '../i18n/language.ts';
import type { CurrencyCode } from '../money/currency.ts';
import { type Decimal, decimalOf } from '../money/decimal.ts';
import { ABSENT, direction, formatMoney, formatPrice } from '../money/format.ts';
import { formatChange } from '../money/percent-change.ts';
import { type CoinList, coinName } from './coin.ts';
import { availableList, type HotList, listOrder } from './coin-lists.ts';
import {
  type Circumstances,
  type Freshness,
  freshness,
  type PrimarySource,
  primarySourceOfSnapshot,
} from './freshness.ts';
import type { Quote } from './quote.ts';
import { ratePerUsdt, type Snapshot } from './snapshot.ts';

/** One row of a list, as text ready to print. */
export interface PriceRow {
  readonly id: string;
  readonly symbol: string;
  /** In the reader's language; empty if it would only repeat the symbol. */
  readonly name: string;
  readonly price: string;
  readonly money: string;
  readonly change: string;
  readonly direction: 'up' | 'down' | 'flat' | null;
  /** The price is much older than the refresh period. */
  readonly stale: boolean;
  /** The source and time of the price; null if there is none. */
  readonly quotedBy: { readonly source: string; readonly at: number } | null;
  /** Id of a source whose price differs by more than 2%; null if there is none. */
  readonly disputedBy: string | null;
}

/** A list of coins, and the data of its heading. */
export interface PriceList {
  /** The kind of the list; differs from the requested one while the data for that is missing. */
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
  /** Maximum number of rows. */
  readonly count: number;
  readonly around: Circumstances;
  /** Default: by market cap. */
  readonly hotList?: HotList;
  /** The reader's coins, for the watchlist. */
  readonly watchlist?: readonly string[];
}

/** The coins of a list in its order, and the source of its first rows. */
export interface ListOutline extends Pick<PriceList, 'list' | 'primarySource'> {
  readonly ids: readonly string[];
}

/**
 * Returns the outline of a list.
 * @param count maximum number of rows shown; `ids` contains the others too
 */
export function outlineList(
  snapshot: Snapshot,
  coins: CoinList,
  { hotList = 'market-cap', watchlist = [], count }: Pick<PriceListInput, 'hotList' | 'watchlist' | 'count'>,
): ListOutline {
  const list = availableList(snapshot, coins, hotList);
  const ids = listOrder(snapshot, coins, list, watchlist);
  // An empty list (an empty watchlist, no gainers) has the state of all prices.
  const heading = ids.length > 0 ? ids.slice(0, count) : [...coins.keys()];
  return { list, ids, primarySource: primarySourceOfSnapshot(snapshot, heading) };
}

/** Units of a currency for one USDT. */
export interface CurrencyRate {
  readonly currency: CurrencyCode;
  readonly perUsdt: Decimal | null;
}

/** A quote as text, as every surface prints it. */
export interface PrintedQuote
  extends Pick<PriceRow, 'price' | 'change' | 'disputedBy'>,
    Pick<Quote, 'source' | 'at'> {
  /** In each requested currency. */
  readonly money: readonly string[];
}

/** Formats a quote, with its price in these currencies. Parses the figures of the quote once. */
export function printQuote(
  { last, change24h, source, at, disputedBy }: Quote,
  rates: readonly CurrencyRate[],
): PrintedQuote {
  const price = decimalOf(last);
  return {
    price: formatPrice(price),
    change: formatChange(change24h === null ? null : decimalOf(change24h)),
    source,
    at,
    disputedBy: disputedBy ?? null,
    money: rates.map(({ currency, perUsdt }) => formatMoney(price, perUsdt, currency)),
  };
}

/**
 * Builds a row, for the popup and the panel.
 * @param quote null if there is none yet
 * @param money in the reader's currency; absent while the rate is unknown
 * @param trouble no source answered in the last refresh
 */
export function makeRow(
  { id, symbol, name }: Pick<PriceRow, 'id' | 'symbol' | 'name'>,
  quote: Omit<PrintedQuote, 'money'> | null,
  money: string | undefined,
  trouble: boolean,
  around: Circumstances,
): PriceRow {
  const change = quote?.change ?? ABSENT;
  return {
    id,
    symbol,
    name: name === symbol ? '' : name,
    price: quote?.price ?? ABSENT,
    money: money ?? ABSENT,
    change,
    direction: direction(change),
    stale: quote !== null && freshness(quote.at, trouble, around) === 'stale',
    quotedBy: quote && { source: quote.source, at: quote.at },
    disputedBy: quote?.disputedBy ?? null,
  };
}

/** Builds the rows and the heading of a list. */
export function buildPriceList(input: PriceListInput): PriceList {
  const { snapshot, coins, language, currency, count, around } = input;
  const { list, ids, primarySource } = outlineList(snapshot, coins, input);
  const trouble = snapshot.trouble !== null;
  const rates = [{ currency, perUsdt: ratePerUsdt(snapshot, currency) }];
  const rows = ids.slice(0, count).flatMap((id) => {
    const coin = coins.get(id);
    if (!coin) return [];
    const quote = snapshot.quotes[id];
    const printed = quote ? printQuote(quote, rates) : null;
    const name = coinName(coin, language);
    return [makeRow({ id, symbol: coin.symbol, name }, printed, printed?.money[0], trouble, around)];
  });
  return { list, rows, primarySource, state: freshness(primarySource.at, trouble, around) };
}
