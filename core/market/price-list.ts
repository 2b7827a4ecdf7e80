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

/** Which coins a list shows, in its order, and whom its first rows are from. */
export interface ListOutline extends Pick<PriceList, 'list' | 'primarySource'> {
  readonly ids: readonly string[];
}

/**
 * The outline of a list.
 * @param count rows that are shown, at the most; `ids` holds the others too
 */
export function outlineList(
  snapshot: Snapshot,
  coins: CoinList,
  { hotList = 'market-cap', watchlist = [], count }: Pick<PriceListInput, 'hotList' | 'watchlist' | 'count'>,
): ListOutline {
  const list = availableList(snapshot, coins, hotList);
  const ids = listOrder(snapshot, coins, list, watchlist);
  // An empty list (nothing watched, nothing rose) has a state too: that of all prices.
  const heading = ids.length > 0 ? ids.slice(0, count) : [...coins.keys()];
  return { list, ids, primarySource: primarySourceOfSnapshot(snapshot, heading) };
}

/** Units of a currency for one USDT. */
export interface CurrencyRate {
  readonly currency: CurrencyCode;
  readonly perUsdt: Decimal | null;
}

/** A quote in text, as every surface prints it. */
export interface PrintedQuote
  extends Pick<PriceRow, 'price' | 'change' | 'disputedBy'>,
    Pick<Quote, 'source' | 'at'> {
  /** In each of the currencies that were asked for. */
  readonly money: readonly string[];
}

/** The text of a quote, with its price in these currencies. The quote's own figures are parsed here, once. */
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
 * One row: popup and panel both make theirs here.
 * @param quote null while nobody has given one
 * @param money in the reader's currency; absent while the rate is not known
 * @param trouble no source answered the last time
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

/** The coins of a hot list, formatted. */
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
