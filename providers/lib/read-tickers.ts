import { makeQuote, priceText, type Quote } from '../../core/market/quote.ts';
import type { SourceResponse } from '../../core/sources/price-source.ts';
import { failed, type Result, success } from '../../core/sources/result.ts';
import { getOwn, isRecord } from '../../core/storage/guards.ts';
import { codeText, inUsdt } from './parse-values.ts';

/** One row of an answer. Only its own fields count, and none is trusted. */
export type Row = Readonly<Record<string, unknown>>;

/** What a row says of a coin, as it stands there: prices and amounts as text or as numbers, in the source's currency. */
interface TickerFields {
  readonly last: unknown;
  /** In percent. */
  readonly change24h: unknown;
  /** Ms since the epoch, NaN when it does not say. */
  readonly at: number;
  readonly volume24h: unknown;
}

/** How a source's rows are read. */
export interface RowReader {
  /** Id of the provider. */
  readonly source: string;
  /** The field that names the coin, and coins by the names they have there. */
  readonly key: string;
  readonly coins: ReadonlyMap<string, string>;
  fields(row: Row): TickerFields;
}

/** The name of the coin that a row is of, or null when it says none. */
const nameIn = ({ key }: RowReader, raw: unknown): string | null =>
  isRecord(raw) ? codeText(getOwn(raw, key)) : null;

/** Without a prototype: a field that was not sent is not there. */
const ownFieldsOf = (raw: unknown): Row => Object.assign(Object.create(null), raw);

/**
 * What rows in USDT tell of the wanted coins. Rows of other coins, and rows that make no quote, are passed over; of a coin
 * told twice the younger row counts, and of two of the same age the last.
 * Fails with `empty` when no row is of a wanted coin, with `bad-shape` when those that are, or all, cannot be read.
 */
export function readTickers(
  reader: RowReader,
  rows: readonly unknown[],
  ids: readonly string[],
  answeredAt: number,
): Result<SourceResponse> {
  const wanted = new Set(ids);
  const quotes = new Map<string, Quote>();
  let [ours, others] = [0, 0];
  for (const raw of rows) {
    const name = nameIn(reader, raw);
    if (name === null) continue;
    const id = reader.coins.get(name);
    if (id === undefined || !wanted.has(id)) {
      others += 1;
      continue;
    }
    ours += 1;
    const quote = makeQuote({ ...reader.fields(ownFieldsOf(raw)), source: reader.source, answeredAt });
    if (quote && quote.at >= (quotes.get(id)?.at ?? 0)) quotes.set(id, quote);
  }
  if (quotes.size > 0) return success({ quotes });
  return failed(rows.length > 0 && (ours > 0 || others === 0) ? 'bad-shape' : 'empty');
}

/**
 * The same for rows in dollars. The first row of USDT itself tells what a dollar is in USDT, and that is told as well.
 * @param usdtUsd dollars for one USDT as last known, for answers that do not tell it; one dollar when absent
 */
export function readDollarTickers(
  reader: RowReader,
  rows: readonly unknown[],
  ids: readonly string[],
  answeredAt: number,
  usdtUsd: string | undefined,
): Result<SourceResponse> {
  const isUsdt = (raw: unknown): boolean => reader.coins.get(nameIn(reader, raw) ?? '') === 'tether';
  const usdt = rows.find(isUsdt);
  const quotedRate = usdt === undefined ? null : priceText(reader.fields(ownFieldsOf(usdt)).last);
  const usdtUsdRate = quotedRate ?? usdtUsd;
  const fields = (row: Row): TickerFields => {
    const dollars = reader.fields(row);
    return {
      ...dollars,
      // One USDT costs one USDT, provided that it has a price.
      last: isUsdt(row) ? priceText(dollars.last) && '1' : inUsdt(dollars.last, usdtUsdRate),
      volume24h: inUsdt(dollars.volume24h, usdtUsdRate),
    };
  };
  const read = readTickers({ ...reader, fields }, rows, ids, answeredAt);
  return read.ok && quotedRate !== null ? success({ ...read.value, usdtUsd: quotedRate }) : read;
}
