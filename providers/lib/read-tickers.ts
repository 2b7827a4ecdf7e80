import { makeQuote, priceText, type Quote } from '../../core/market/quote.ts';
import type { SourceResponse } from '../../core/sources/price-source.ts';
import { failed, type Result, success } from '../../core/sources/result.ts';
import { getOwn, isRecord } from '../../core/storage/guards.ts';
import { codeText, inUsdt } from './parse-values.ts';

/** One row of a response, untrusted. Only own fields count. */
export type Row = Readonly<Record<string, unknown>>;

/** The values of a row, unparsed: prices and amounts as strings or numbers, in the source's currency. */
interface TickerFields {
  readonly last: unknown;
  /** In percent. */
  readonly change24h: unknown;
  /** Ms since the epoch; NaN if it is missing. */
  readonly at: number;
  readonly volume24h: unknown;
}

/** How the rows of a source are read. */
export interface RowReader {
  /** Id of the provider. */
  readonly source: string;
  /** The field with the name of the coin, and coin ids by these names. */
  readonly key: string;
  readonly coins: ReadonlyMap<string, string>;
  fields(row: Row): TickerFields;
}

/** Returns the name of a row's coin; null if it has none. */
const nameIn = ({ key }: RowReader, raw: unknown): string | null =>
  isRecord(raw) ? codeText(getOwn(raw, key)) : null;

/** Without a prototype, so that fields that were not sent are absent. */
const ownFieldsOf = (raw: unknown): Row => Object.assign(Object.create(null), raw);

/**
 * Reads the requested coins from rows in USDT. Skips rows of other coins and invalid rows; of duplicates the newer row counts, and
 * of two with the same time the last.
 * Fails with `empty` if no row is of a requested coin, and with `bad-shape` if all of those, or all rows, are invalid.
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
 * The same for rows in dollars. The first row of USDT provides the rate for the conversion, which is returned as well.
 * @param usdtUsd last known dollars for one USDT, for responses without that row; default: one dollar
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
      // The price of a USDT is 1, if it has a valid price at all.
      last: isUsdt(row) ? priceText(dollars.last) && '1' : inUsdt(dollars.last, usdtUsdRate),
      volume24h: inUsdt(dollars.volume24h, usdtUsdRate),
    };
  };
  const read = readTickers({ ...reader, fields }, rows, ids, answeredAt);
  return read.ok && quotedRate !== null ? success({ ...read.value, usdtUsd: quotedRate }) : read;
}
