import type { CoinList } from '../market/coin.ts';
import type { PrimarySource } from '../market/freshness.ts';
import { buildPriceList } from '../market/price-list.ts';
import { ratePerUsdt, type Snapshot } from '../market/snapshot.ts';
import { CURRENCY_CODES, type CurrencyCode } from '../money/currency.ts';
import { formatMoney } from '../money/format.ts';
import type { HotList, PageSettings } from '../settings/page-settings.ts';
import { isRecord } from '../storage/guards.ts';

/** Between the parts of a text that stands for a list: long texts are cheaper to hand over than many short ones. */
export const BAR = '|';

/**
 * The prices as the page-facing script prints them. The background works them out once, so that a page needs no arithmetic: what
 * a script on a page carries, every news page pays for.
 */
export interface PriceTable {
  readonly v: typeof PRICE_TABLE_VERSION;
  /** What the list is made of. */
  readonly list: HotList;
  /** Ids in its order. */
  readonly order: readonly string[];
  /** Of the list's first rows; source and time are null while there are no prices. */
  readonly lead: PrimarySource;
  /** No source answered the last time. */
  readonly trouble: boolean;
  /**
   * By id, coins without a price are absent. Each ready to print, with bars between: price, change, unrounded price, source, time
   * of the price in ms, who contradicts it.
   */
  readonly rows: Readonly<Record<string, string>>;
  /** By currency: what each of the rows costs in it, with bars between. Currencies without a rate are absent. */
  readonly money: Readonly<Partial<Record<CurrencyCode, string>>>;
  /** Day and source of the rates; empty while there are none. */
  readonly fx: readonly [date: string, source: string];
}

/** The present form of a stored board. */
export const PRICE_TABLE_VERSION = 1;

/** Works a snapshot out for pages. */
export function buildPriceTable(
  snapshot: Snapshot,
  coins: CoinList,
  { hotList, watchlist, rows: count }: Pick<PageSettings, 'hotList' | 'watchlist' | 'rows'>,
): PriceTable {
  const around = { now: 0, periodMs: 0, online: true };
  const input = { snapshot, coins, language: 'en', currency: 'USD', around } as const;
  const order = buildPriceList({ ...input, hotList, watchlist, count: coins.size }).rows;
  const { list, primarySource } = buildPriceList({ ...input, hotList, watchlist, count });
  const ids = [...coins.keys()].filter((id) => snapshot.quotes[id]);
  const all = buildPriceList({ ...input, hotList: 'watchlist', watchlist: ids, count: ids.length }).rows;
  const quotes = all.map(({ id }) => snapshot.quotes[id]);
  const rows = all.map(({ id, price, change }, index): [string, string] => {
    const { last, source, at, disputedBy } = quotes[index] ?? {};
    return [id, [price, change, last, source, at, disputedBy].join(BAR)];
  });
  const money = CURRENCY_CODES.flatMap((currency) => {
    const rate = ratePerUsdt(snapshot, currency);
    const sums = quotes.map((quote) => formatMoney(quote?.last ?? '', rate, currency));
    return rate === undefined ? [] : [[currency, sums.join(BAR)] as const];
  });
  return {
    ...{
      v: PRICE_TABLE_VERSION,
      list,
      order: order.map(({ id }) => id),
      lead: primarySource,
      trouble: snapshot.trouble !== null,
    },
    ...{ rows: Object.fromEntries(rows), money: Object.fromEntries(money) },
    fx: [snapshot.fx?.date ?? '', snapshot.fx?.source ?? ''],
  };
}

/** Reads a stored board out of parsed JSON: the right outline, else null. Its texts are printed as text and as nothing else. */
export function parsePriceTable(raw: unknown): PriceTable | null {
  const isTable =
    isRecord(raw) &&
    raw.v === PRICE_TABLE_VERSION &&
    [raw.order, raw.fx].every(Array.isArray) &&
    [raw.lead, raw.rows, raw.money].every(isRecord);
  return isTable ? (raw as unknown as PriceTable) : null;
}
