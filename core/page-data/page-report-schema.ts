import * as v from 'valibot';
import { CoinId } from '../market/coin-id-schema.ts';
import type { PageReport } from '../storage/messages.ts';
import { fieldsOf, goodItems, parseOr, Timestamp } from '../storage/schema-parts.ts';

const SITE = /^[a-z0-9.-]{1,253}$/;
const MAX_COINS = 100;

const Coin = fieldsOf({ id: CoinId, count: v.pipe(v.number(), v.integer(), v.minValue(1)) });
type CoinCount = v.InferOutput<typeof Coin>;

/** Keeps the first count of each coin. */
const uniqueCoins = (coins: CoinCount[]): CoinCount[] =>
  coins.filter(({ id }, index) => coins.findIndex((other) => other.id === id) === index);

const PageReportSchema = fieldsOf({
  site: v.pipe(v.string(), v.regex(SITE)),
  panel: v.picklist(['open', 'folded', 'hidden', 'off', 'removed-by-page']),
  coins: v.fallback(v.nullable(v.pipe(goodItems(Coin, MAX_COINS), v.transform(uniqueCoins))), null),
  published: v.fallback(v.nullable(Timestamp), null),
});

/** Parses the report of the script on a page, which is untrusted input; null if it is invalid. */
export const parsePageReport = (raw: unknown): PageReport | null => parseOr(PageReportSchema, raw, null);
