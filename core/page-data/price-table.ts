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
 * Prices as the page-facing script prints them. The background formats them once, so that the script needs no arithmetic: every
 * news page pays for the size of the script. Only this module writes and reads the table.
 *
 * The table is stored as JSON lines: the outline, then one line per coin. A page parses the outline, and only the lines that it
 * shows.
 */
export interface PriceTable {
  readonly v: typeof PRICE_TABLE_VERSION;
  /** The kind of list. */
  readonly list: HotList;
  /** Coin ids in the order of the list. */
  readonly order: readonly string[];
  /** Of the first rows; source and time are null while there are no prices. */
  readonly primarySource: PrimarySource;
  /** No source answered in the last refresh. */
  readonly trouble: boolean;
  /** Currencies of each row's `money`, in this order. Currencies without a rate are absent. */
  readonly currencies: readonly string[];
  /** Date and source of the rates; empty while there are none. */
  readonly fx: readonly [date: string, source: string];
  /** JSON lines, each with a line break before and after it: a `TableRow` for every coin that has a price. */
  readonly rows: string;
}

/** Version of the stored format. Another version counts as absent until the background has rewritten it. */
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
/** Index of the first `money` value in a row. */
const MONEY = 7;

/** Builds the table of a snapshot. */
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

/** Serializes a table for storage. */
export const priceTableText = ({ rows, ...outline }: PriceTable): string => JSON.stringify(outline) + rows;

/**
 * Parses a stored table, which is untrusted input; null if its outline is invalid or the version differs. Rows are validated
 * when they are read: a page shows only some of them.
 */
export function parsePriceTable(text: unknown): PriceTable | null {
  if (!isText(text)) return null;
  // Older versions wrote a single line: the slice below drops its last character, and the rest is not JSON.
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

/** Options for reading a table. */
export interface TableReading {
  readonly table: PriceTable;
  readonly coins: PageContext['coins'];
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly around: Circumstances;
}

/**
 * Reads the list of a table. The result equals that of `buildPriceList` for the snapshot.
 * @param count maximum number of rows
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

/** Reads the rows of these coins; unknown ones are left out. */
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
 * Returns the change of a coin since a past moment, ready to print; empty if the price then or now is unknown.
 * @param past the price then, decimal text
 */
export function readChangeSince(table: PriceTable, id: string, past: string | undefined): string {
  const from = parsePrice(past);
  const to = parsePrice(readTableRow(table, id)?.[3]);
  return from && to ? percentChange(from, to) : '';
}

/** Reads a row; null if it is missing or invalid. */
function readTableRow({ rows }: PriceTable, id: string): TableRow | null {
  const start = rows.indexOf(`\n["${id}",`);
  const row = start < 0 ? null : parseJson(rows.slice(start, rows.indexOf('\n', start + 1)));
  return isTableRow(row) && row[0] === id ? row : null;
}

const isTableRow = (row: unknown): row is TableRow =>
  Array.isArray(row) && isTextList(row.slice(0, 5)) && isTime(row[5]) && (row[6] === null || isText(row[6]));

// By index: in a newly opened page, destructuring the array takes three times as long.
const printedQuote = (row: TableRow) => ({
  price: row[1],
  change: row[2],
  source: row[4],
  at: row[5],
  disputedBy: row[6],
});

/** Ms since the epoch. */
const isTime = (value: unknown): value is number => Number.isFinite(value) && Number(value) > 0;
