import * as v from 'valibot';
import { CoinId } from '../market/coin-id-schema.ts';
import {
  AmountOrZero,
  cutText,
  fieldsOf,
  goodEntries,
  goodItems,
  OwnFields,
  PlainObject,
  parseOr,
} from '../storage/schema-parts.ts';
import { type Health, NO_HEALTH } from './host-health.ts';

const MAX_TEXT_LENGTH = 200;
const Name = v.string();

const LastFailure = fieldsOf({
  kind: v.pipe(v.string(), v.maxLength(24)),
  at: AmountOrZero,
  detail: cutText(MAX_TEXT_LENGTH),
});
const BudgetSchema = fieldsOf({ remaining: AmountOrZero, limit: AmountOrZero, resetAt: AmountOrZero });

const HostSchema = fieldsOf({
  failures: AmountOrZero,
  retryAt: AmountOrZero,
  serverRetryAt: AmountOrZero,
  askedAt: AmountOrZero,
  goodAt: AmountOrZero,
  latencyMs: v.fallback(v.nullable(v.pipe(v.number(), v.finite(), AmountOrZero)), null),
  failing: v.pipe(
    AmountOrZero,
    v.transform((share) => Math.min(1, share)),
  ),
  lastFailure: v.fallback(v.nullable(LastFailure), null),
  budget: v.fallback(v.nullable(BudgetSchema), null),
  tokens: AmountOrZero,
  tokensAt: AmountOrZero,
});
/** Version 1 stored `serverRetryAt` as `boundUntil`. */
const HostVersion1 = v.pipe(
  PlainObject,
  v.transform((host): Record<string, unknown> => ({ ...host, serverRetryAt: host.boundUntil })),
  HostSchema,
);

const table = <T>(item: v.GenericSchema<unknown, T>) => v.fallback(goodEntries(item, Name), {});
const NEXT = { fx: AmountOrZero, hot: AmountOrZero, gaps: AmountOrZero, trending: AmountOrZero };

const PARTS = {
  unlisted: table(fieldsOf({ ids: goodItems(CoinId), until: AmountOrZero })),
  bulk: table(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  digests: table(fieldsOf({ hash: AmountOrZero, since: AmountOrZero })),
  etags: table(v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH))),
  next: v.fallback(fieldsOf(NEXT), NO_HEALTH.next),
};

const HealthSchema = v.pipe(
  OwnFields,
  v.variant('v', [
    v.object({ v: v.literal(2), hosts: table(HostSchema), ...PARTS }),
    v.object({ v: v.literal(1), hosts: table(HostVersion1), ...PARTS }),
  ]),
  v.transform((health): Health => ({ ...health, v: 2 })),
);

/** Parses stored health; invalid parts count as never requested. */
export const parseHealth = (raw: unknown): Health => parseOr(HealthSchema, raw, NO_HEALTH);

/** Parses the session's log of bulk requests: when all tickers of a source were last fetched, by source id. */
export const parseBulkFetchLog = (raw: unknown): Record<string, number> =>
  parseOr(goodEntries(v.number(), Name), raw, {});
