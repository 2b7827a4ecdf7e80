import * as v from 'valibot';
import { CoinId } from '../market/coin-id-schema.ts';
import { AmountOrZero, fieldsOf, goodItems, parseOr } from '../storage/schema-parts.ts';
import { type HistoryIndex, MAX_AT_ONCE, NO_HISTORY_INDEX } from './history-quota.ts';

const MAX_PARSED = 500;

const HistoryIndexSchema = fieldsOf({
  v: v.literal(1),
  ids: v.fallback(
    v.pipe(
      goodItems(CoinId, MAX_PARSED),
      v.transform((ids) => [...new Set(ids)]),
    ),
    [],
  ),
  tokens: v.pipe(
    AmountOrZero,
    v.transform((tokens) => Math.min(MAX_AT_ONCE, tokens)),
  ),
  tokensAt: AmountOrZero,
});

/** Reads a stored index as hostile. */
export const parseHistoryIndex = (raw: unknown): HistoryIndex =>
  parseOr(HistoryIndexSchema, raw, NO_HISTORY_INDEX);
