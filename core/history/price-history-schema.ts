import * as v from 'valibot';
import { fieldsOf, goodItems, parseOr, Timestamp } from '../storage/schema-parts.ts';
import { type History, MAX_PAST, MAX_POINTS, NO_HISTORY } from './price-history.ts';

const SourceId = v.pipe(v.string(), v.regex(/^[\w.-]{1,24}$/));
const Price = v.pipe(v.string(), v.regex(/^\d{1,30}(\.\d{1,40})?$/), v.regex(/[1-9]/));

const SeriesSchema = fieldsOf({
  at: Timestamp,
  source: SourceId,
  start: Timestamp,
  step: Timestamp,
  prices: v.pipe(v.array(Price), v.maxLength(MAX_POINTS)),
});
const PastPriceSchema = fieldsOf({ time: Timestamp, at: Timestamp, price: Price, source: SourceId });

const HistorySchema = fieldsOf({
  v: v.literal(1),
  day: v.fallback(v.nullable(SeriesSchema), null),
  week: v.fallback(v.nullable(SeriesSchema), null),
  past: v.fallback(goodItems(PastPriceSchema, MAX_PAST), []),
});

/** Reads a stored history as hostile: what does not hold is left out. */
export const parseHistory = (raw: unknown): History => parseOr(HistorySchema, raw, NO_HISTORY);
