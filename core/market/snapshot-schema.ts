import * as v from 'valibot';
import {
  fieldsOf,
  goodEntries,
  goodItems,
  OwnFields,
  PlainObject,
  parseOr,
  Timestamp,
} from '../storage/schema-parts.ts';
import { CoinId } from './coin-id-schema.ts';
import { readRates } from './fx-rates.ts';
import type { Quote } from './quote.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';

/** A known name, or one of a later version. */
const ShortText = v.pipe(v.string(), v.minLength(1), v.maxLength(24));
// Stored figures are plain decimal text. A pattern is faster than parsing the decimal: every read checks one per coin.
const DecimalText = v.pipe(v.string(), v.regex(/^-?\d{1,30}(\.\d{1,40})?$/));
const PositiveText = v.pipe(v.string(), v.regex(/^\d{1,30}(\.\d{1,40})?$/), v.regex(/[1-9]/));

/** An optional field; an invalid value counts as absent. */
const optional = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);

const QuoteSchema = v.pipe(
  fieldsOf({
    last: PositiveText,
    change24h: v.nullable(DecimalText),
    source: ShortText,
    at: Timestamp,
    volume24h: optional(DecimalText),
    unchangedSince: optional(Timestamp),
    disputedBy: optional(ShortText),
  }),
  v.transform(
    ({ volume24h, unchangedSince, disputedBy, ...quote }): Quote => ({
      ...quote,
      ...(volume24h !== undefined && { volume24h }),
      ...(unchangedSince !== undefined && { unchangedSince }),
      ...(disputedBy !== undefined && { disputedBy }),
    }),
  ),
);
/** Version 1 stored `unchangedSince` as `stillSince`. */
const QuoteVersion1 = v.pipe(
  PlainObject,
  v.transform((quote): Record<string, unknown> => ({ ...quote, unchangedSince: quote.stillSince })),
  QuoteSchema,
);

const IdList = fieldsOf({ ids: goodItems(CoinId), at: Timestamp });
const orNull = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.nullable(schema), null);

const PARTS = {
  fx: orNull(
    fieldsOf({
      source: ShortText,
      date: ShortText,
      at: Timestamp,
      perUsd: v.pipe(PlainObject, v.transform(readRates)),
    }),
  ),
  usdtUsd: orNull(fieldsOf({ rate: PositiveText, at: Timestamp, source: ShortText })),
  hot: orNull(IdList),
  trending: orNull(IdList),
  trouble: orNull(
    fieldsOf({
      since: Timestamp,
      failures: goodItems(fieldsOf({ source: ShortText, kind: ShortText })),
    }),
  ),
};

const quotesOf = (quote: v.GenericSchema<unknown, Quote>) => v.fallback(goodEntries(quote, CoinId), {});

const SnapshotSchema = v.pipe(
  OwnFields,
  v.variant('v', [
    v.object({ v: v.literal(2), quotes: quotesOf(QuoteSchema), ...PARTS }),
    v.object({ v: v.literal(1), quotes: quotesOf(QuoteVersion1), ...PARTS }),
  ]),
  v.transform((snapshot): Snapshot => ({ ...snapshot, v: 2 })),
);

/** Parses a stored snapshot. Checks every key and field, and drops what is invalid. */
export const parseSnapshot = (raw: unknown): Snapshot => parseOr(SnapshotSchema, raw, EMPTY_SNAPSHOT);
