import { makeBoard } from './board.ts';
import type { CoinList } from './coin.ts';
import { CURRENCY_CODES, type CurrencyCode } from './currency.ts';
import { formatMoney } from './format.ts';
import type { Lead } from './freshness.ts';
import type { HotList, PageSettings } from './page-settings.ts';
import { isPlain, isRecord } from './parse.ts';
import { ratePerUsdt, type Snapshot } from './snapshot.ts';

/** One coin, ready to print: price, change, unrounded price, source, time of the price (ms, as text), who contradicts it. */
type PageRow = readonly [
  price: string,
  change: string,
  last: string,
  source: string,
  at: string,
  disputedBy: string,
];

/**
 * The prices as the page-facing script prints them. The background works them out once, so that a page needs no arithmetic: what
 * a script on a page carries, every news page pays for.
 */
export interface PageBoard {
  readonly v: 1;
  /** What the list is made of. */
  readonly list: HotList;
  /** Ids in its order. */
  readonly order: readonly string[];
  /** Of the list's first rows; source and time are null while there are no prices. */
  readonly lead: Lead;
  /** No source answered the last time. */
  readonly trouble: boolean;
  /** By id; coins without a price are absent. */
  readonly rows: Readonly<Record<string, PageRow>>;
  /** By currency and id: the price in it. Currencies without a rate are absent. */
  readonly money: Readonly<Partial<Record<CurrencyCode, Readonly<Record<string, string>>>>>;
  /** Day and source of the rates; empty while there are none. */
  readonly fx: readonly [date: string, source: string];
}

export const NO_BOARD: PageBoard = {
  ...{ v: 1, list: 'market-cap', order: [], lead: { source: null, at: null } },
  ...{ trouble: false, rows: {}, money: {}, fx: ['', ''] },
};

/** Works a snapshot out for pages. */
export function makePageBoard(
  snapshot: Snapshot,
  coins: CoinList,
  { hotList, watchlist, rows: count }: Pick<PageSettings, 'hotList' | 'watchlist' | 'rows'>,
): PageBoard {
  const around = { now: 0, periodMs: 0, online: true };
  const input = { snapshot, coins, language: 'en', currency: 'USD', around } as const;
  const order = makeBoard({ ...input, hotList, watchlist, count: coins.size }).rows;
  const { list, lead } = makeBoard({ ...input, hotList, watchlist, count });
  const ids = [...coins.keys()].filter((id) => snapshot.quotes[id]);
  const all = makeBoard({ ...input, hotList: 'watchlist', watchlist: ids, count: ids.length }).rows;
  const rows = all.map(({ id, price, change }): [string, PageRow] => {
    const { last = '', source = '', at = 0, disputedBy = '' } = snapshot.quotes[id] ?? {};
    return [id, [price, change, last, source, String(at), disputedBy]];
  });
  const money = CURRENCY_CODES.flatMap((currency) => {
    const rate = ratePerUsdt(snapshot, currency);
    const sums = rows.map(([id, [, , last]]) => [id, formatMoney(last, rate, currency)]);
    return rate === undefined ? [] : [[currency, Object.fromEntries(sums)] as const];
  });
  return {
    ...{ v: 1, list, order: order.map(({ id }) => id), lead, trouble: snapshot.trouble !== null },
    ...{ rows: Object.fromEntries(rows), money: Object.fromEntries(money) },
    fx: [snapshot.fx?.date ?? '', snapshot.fx?.source ?? ''],
  };
}

/** Reads a stored board: plain data of the right outline. Its texts are printed as text and as nothing else. */
export function parsePageBoard(raw: unknown): PageBoard {
  const isBoard =
    isRecord(raw) &&
    raw.v === 1 &&
    [raw.order, raw.fx].every(Array.isArray) &&
    [raw.lead, raw.rows, raw.money].every(isRecord);
  return isBoard && isPlain(raw) && Object.values(raw.rows as object).every(Array.isArray)
    ? (raw as unknown as PageBoard)
    : NO_BOARD;
}
