import type { Language } from '../i18n/language.ts';
import type { CoinList } from '../market/coin.ts';
import { HOT_LISTS, type HotList } from '../market/coin-lists.ts';
import { type Circumstances, freshness, type PrimarySource } from '../market/freshness.ts';
import {
  type CurrencyRate,
  makeRow,
  outlineList,
  type PriceList,
  type PriceRow,
  printQuote,
} from '../market/price-list.ts';
import type { Quote } from '../market/quote.ts';
import { ratePerUsdt, type Snapshot } from '../market/snapshot.ts';
import { CURRENCY_CODES, type CurrencyCode } from '../money/currency.ts';
import { parsePrice } from '../money/decimal.ts';
import { percentChange } from '../money/percent-change.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { isRecord, isText, isTextList, parseJson } from '../storage/guards.ts';
import { type PageContext, readCoin } from './page-context.ts';

/**
 * The prices as the page-facing script prints them. The background works them out once, so that a page needs no arithmetic: what
 * a script on a page carries, every news page pays for. Written and read here, and nowhere else.
 *
 * It is stored as one text of JSON lines: the outline, then a line for each coin. A page parses the outline, and of the lines
 * those that it shows.
 */
export interface PriceTable {
  readonly v: typeof PRICE_TABLE_VERSION;
  /** What the list is made of. */
  readonly list: HotList;
  /** Ids in its order. */
  readonly order: readonly string[];
  /** Of the list's first rows; source and time are null while there are no prices. */
  readonly primarySource: PrimarySource;
  /** No source answered the last time. */
  readonly trouble: boolean;
  /** What the money of each row is in, one by one. Currencies without a rate are absent. */
  readonly currencies: readonly string[];
  /** Day and source of the rates; empty while there are none. */
  readonly fx: readonly [date: string, source: string];
  /** JSON lines, each with a line break before and after it: a `TableRow` for every coin that has a price. */
  readonly rows: string;
}

/** The present form of a stored table. Another one counts as absent until the background has written it again. */
export const PRICE_TABLE_VERSION = 2;

/** The quote of a coin, ready to print: `last` is the unrounded price, `at` ms since the epoch, `money` is in the table's currencies. */
type TableRow = readonly [
  id: string,
  price: string,
  change: string,
  last: string,
  source: string,
  at: number,
  disputedBy: string | null,
  ...money: readonly unknown[],
];
/** Where the money begins in a row. */
const MONEY = 7;

/** Works a snapshot out for pages. */
export function buildPriceTable(
  snapshot: Snapshot,
  coins: CoinList,
  { hotList, watchlist, rows: count }: Pick<PageSettings, 'hotList' | 'watchlist' | 'rows'>,
): PriceTable {
  const { list, ids, primarySource } = outlineList(snapshot, coins, { hotList, watchlist, count });
  const rates = CURRENCY_CODES.map((currency) => ({ currency, perUsdt: ratePerUsdt(snapshot, currency) }));
  const known = rates.filter(({ perUsdt }) => perUsdt !== null);
  const rows = [...coins.keys()].flatMap((id) => {
    const quote = snapshot.quotes[id];
    return quote ? [`${JSON.stringify(tableRow(id, quote, known))}\n`] : [];
  });
  return {
    v: PRICE_TABLE_VERSION,
    list,
    order: ids,
    primarySource,
    trouble: snapshot.trouble !== null,
    currencies: known.map(({ currency }) => currency),
    fx: [snapshot.fx?.date ?? '', snapshot.fx?.source ?? ''],
    rows: `\n${rows.join('')}`,
  };
}

function tableRow(id: string, quote: Quote, rates: readonly CurrencyRate[]): TableRow {
  const { price, change, source, at, disputedBy, money } = printQuote(quote, rates);
  return [id, price, change, quote.last, source, at, disputedBy, ...money];
}

/** A table as it is stored. */
export const priceTableText = ({ rows, ...outline }: PriceTable): string => JSON.stringify(outline) + rows;

/**
 * Reads a stored table as if an enemy had written it: null when its outline does not hold, or is that of another version. Rows, of
 * which there are more than a page shows, are checked when they are shown.
 */
export function parsePriceTable(text: unknown): PriceTable | null {
  if (!isText(text)) return null;
  // A text of one line, as older versions wrote, is cut off here, and then no JSON.
  const end = text.indexOf('\n');
  const outline = parseJson(text.slice(0, end));
  if (!isRecord(outline) || outline.v !== PRICE_TABLE_VERSION) return null;
  const { order, primarySource, trouble, currencies, fx } = outline;
  const list = HOT_LISTS.find((each) => each === outline.list);
  if (!list || !isRecord(primarySource)) return null;
  if (!isTextList(order) || !isTextList(currencies) || !isTextList(fx)) return null;
  const { source, at } = primarySource;
  const [date = '', ratesFrom = ''] = fx;
  return {
    v: PRICE_TABLE_VERSION,
    list,
    order,
    primarySource: isText(source) && isTime(at) ? { source, at } : { source: null, at: null },
    trouble: trouble === true,
    currencies,
    fx: [date, ratesFrom],
    rows: text.slice(end),
  };
}

/** What a table is read for. */
export interface TableReading {
  readonly table: PriceTable;
  readonly coins: PageContext['coins'];
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly around: Circumstances;
}

/**
 * The list that a table holds: what `buildPriceList` makes of the snapshot.
 * @param count rows at the most
 */
export function readPriceList(count: number, reading: TableReading): PriceList {
  const { list, order, primarySource, trouble } = reading.table;
  return {
    list,
    rows: readRows(order.slice(0, count), reading),
    primarySource,
    state: freshness(primarySource.at, trouble, reading.around),
  };
}

/** Rows of these coins; those that nobody knows are left out. */
export function readRows(
  ids: readonly string[],
  { table, coins, language, currency, around }: TableReading,
): PriceRow[] {
  const place = table.currencies.indexOf(currency);
  return ids.flatMap((id) => {
    const coin = readCoin(coins, id, language);
    if (!coin) return [];
    const row = readTableRow(table, id);
    const money = place < 0 ? null : row?.[MONEY + place];
    const quote = row && printedQuote(row);
    return [makeRow(coin, quote, isText(money) ? money : undefined, table.trouble, around)];
  });
}

/**
 * The change of a coin since another moment, ready to print; empty where its price then, or now, is not known.
 * @param past its price then, decimal text
 */
export function readChangeSince(table: PriceTable, id: string, past: string | undefined): string {
  const from = parsePrice(past);
  const to = parsePrice(readTableRow(table, id)?.[3]);
  return from && to ? percentChange(from, to) : '';
}

/** A row as it was written; null where there is none, or one of another shape. */
function readTableRow({ rows }: PriceTable, id: string): TableRow | null {
  const start = rows.indexOf(`\n["${id}",`);
  const row = start < 0 ? null : parseJson(rows.slice(start, rows.indexOf('\n', start + 1)));
  return isTableRow(row) && row[0] === id ? row : null;
}

const isTableRow = (row: unknown): row is TableRow =>
  Array.isArray(row) && isTextList(row.slice(0, 5)) && isTime(row[5]) && (row[6] === null || isText(row[6]));

// By index: in a page that has just been opened, taking a row apart by pattern costs three times as much.
const printedQuote = (row: TableRow) => ({
  price: row[1],
  change: row[2],
  source: row[4],
  at: row[5],
  disputedBy: row[6],
});

/** Ms since the epoch. */
const isTime = (value: unknown): value is number => Number.isFinite(value) && Number(value) > 0;
