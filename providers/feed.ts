import { COIN_ID } from '../core/market/coin.ts';
import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import { readRates } from '../core/market/fx-rates.ts';
import { makeQuote, type Quote } from '../core/market/quote.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { Provider, SourceResponse } from '../core/sources/price-source.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { hostOf } from '../core/sources/source-info.ts';
import { isRecord } from '../core/storage/guards.ts';

/** The document, version 1, as docs/feed.schema.json has it. Prices in USDT; all figures are plain decimal text. */
export interface Feed {
  readonly v: 1;
  /** When the prices were true, where a coin does not say otherwise: ISO 8601 with a zone. */
  readonly at: string;
  /** Who tells, in words. */
  readonly source: string;
  /** By CoinGecko id. */
  readonly prices: Readonly<Record<string, FeedPrice>>;
  readonly usdtUsd?: string;
  readonly fx?: { readonly date: string; readonly perUsd: Readonly<Record<string, string>> };
  /** CoinGecko ids by market cap, biggest first. */
  readonly hot?: readonly string[];
}

export interface FeedPrice {
  readonly last: string;
  readonly change24h?: string | null;
  readonly volume24h?: string;
  readonly at?: string;
}

/** Older than this it is no news. */
export const FEED_FRESH_MS = 15 * 60_000;

const DECIMAL = /^-?\d{1,30}(\.\d{1,40})?$/;
const TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const CURRENCY = /^[A-Z]{3}$/;
const NAME = /^.{1,80}$/u;

const isText = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value);
const isTime = (value: unknown): boolean => isText(value, TIME);
const isFeedDecimal = (value: unknown): boolean => isText(value, DECIMAL);
const isNotNegative = (value: unknown): boolean => isText(value, DECIMAL) && !value.startsWith('-');
const isFeedPrice = (value: unknown): boolean => isNotNegative(value) && /[1-9]/.test(String(value));

const NOT_TIME = 'not an ISO 8601 time with a zone';
const NOT_POSITIVE = 'not decimal text above zero';

/**
 * A reader's own feed: one JSON document at one address, asked before all other sources.
 * Its frame must hold (`v`, `at`, `source`, `prices`), or it fails with `bad-shape` and what is wrong. Within it, what does
 * not hold is left out and named in `leftOut`, and the rest is told.
 * @param url as in `settings.feedUrl`, so checked: https, a host, a path
 */
export function ownFeed(url: string): Provider {
  // Not the browser's own reader of addresses: it throws at hosts that are none, which are then merely unreachable.
  const [, origin = url, path = '/'] = /^(https:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  return {
    id: 'feed',
    label: hostOf(origin),
    origins: [origin],
    scope: 'batch',
    // As often as a reader can press refresh, and no more.
    limit: { requests: 24, perMs: 60_000 },
    freshMs: FEED_FRESH_MS,
    // Which coins it has is only seen when it is read.
    covers: (id) => COIN_BY_ID.has(id),
    request: () => path,
    decode: readFeed,
  };
}

/** What does not hold, as `where: what`. */
type Complaints = string[];

/** Complains unless it holds. */
function check(complaints: Complaints, holds: boolean, where: string, what: string): boolean {
  if (!holds) complaints.push(`${where}: ${what}`);
  return holds;
}

/** A name as the document has it, but short and printable. */
const shown = (name: string): string => name.slice(0, 40).replace(/[^ -~]/g, '?');

function oneLine([first = '', ...others]: Complaints): string {
  return others.length > 0 ? `${first} (and ${others.length} more)` : first;
}

function readFeed({ body, at: answeredAt }: Answer, ids: readonly string[]): Result<SourceResponse> {
  const feed = isRecord(body) ? body : {};
  const frame: Complaints = [];
  check(frame, isRecord(body), 'document', 'not a JSON object');
  check(frame, feed.v === 1, 'v', 'not 1');
  check(frame, isTime(feed.at), 'at', NOT_TIME);
  check(frame, isText(feed.source, NAME), 'source', 'not one line of 1 to 80 characters');
  check(frame, isRecord(feed.prices), 'prices', 'not an object');
  if (frame.length > 0 || !isRecord(feed.prices)) return failed('bad-shape', undefined, frame[0]);

  const parts: Complaints = [];
  const wanted = new Set(ids);
  const quotes = new Map<string, Quote>();
  for (const [id, price] of Object.entries(feed.prices)) {
    const quote = isGoodPrice(id, price, parts) && makeQuote(wireOf(price, String(feed.at), answeredAt));
    if (quote && wanted.has(id)) quotes.set(id, quote);
  }
  const extras = parseFeedExtras(feed, parts);
  if (quotes.size === 0) {
    return parts.length > 0
      ? failed('bad-shape', undefined, oneLine(parts))
      : failed('empty', undefined, 'prices: none of the coins asked for');
  }
  return success({ quotes, ...extras, ...(parts.length > 0 && { leftOut: oneLine(parts) }) });
}

function isGoodPrice(id: string, price: unknown, wrong: Complaints): price is FeedPrice {
  const where = `prices.${shown(id)}`;
  if (!check(wrong, COIN_ID.test(id), where, 'not a CoinGecko id')) return false;
  if (!isRecord(price)) return check(wrong, false, where, 'not an object') as false;
  const { last, change24h, volume24h, at } = price;
  // All four, and not the first alone: whoever writes the document wants to know of each.
  return [
    check(wrong, isFeedPrice(last), `${where}.last`, NOT_POSITIVE),
    check(
      wrong,
      change24h === undefined || change24h === null || isFeedDecimal(change24h),
      `${where}.change24h`,
      'neither decimal text nor null',
    ),
    check(
      wrong,
      volume24h === undefined || isNotNegative(volume24h),
      `${where}.volume24h`,
      'not decimal text of zero or more',
    ),
    check(wrong, at === undefined || isTime(at), `${where}.at`, NOT_TIME),
  ].every(Boolean);
}

const wireOf = (price: FeedPrice, at: string, answeredAt: number): Parameters<typeof makeQuote>[0] => ({
  last: price.last,
  change24h: price.change24h,
  ...(price.volume24h !== undefined && { volume24h: price.volume24h }),
  source: 'feed',
  at: Date.parse(price.at ?? at),
  answeredAt,
});

function parseFeedExtras(feed: Record<string, unknown>, wrong: Complaints): Omit<SourceResponse, 'quotes'> {
  const { usdtUsd, fx, hot } = feed;
  const hasPeg = usdtUsd !== undefined && check(wrong, isFeedPrice(usdtUsd), 'usdtUsd', NOT_POSITIVE);
  const hasHot = hot !== undefined && check(wrong, Array.isArray(hot), 'hot', 'not a list');
  const rates = fx === undefined ? null : readFx(fx, wrong);
  return {
    ...(hasPeg && { usdtUsd: String(usdtUsd) }),
    ...(rates && { fx: rates }),
    ...(hasHot && { ranking: readHot(hot as unknown[], wrong) }),
  };
}

function readFx(fx: unknown, wrong: Complaints): SourceResponse['fx'] | null {
  const { date, perUsd } = isRecord(fx) ? fx : {};
  const hasDate = check(wrong, isText(date, DATE), 'fx.date', 'not a date like 2026-11-24');
  if (!check(wrong, isRecord(perUsd), 'fx.perUsd', 'not an object') || !hasDate) return null;
  const good = Object.entries(perUsd as Record<string, unknown>).filter(([code, rate]) => {
    const where = `fx.perUsd.${shown(code)}`;
    return (
      check(wrong, CURRENCY.test(code), where, 'not a currency code') &&
      check(wrong, isFeedPrice(rate), where, NOT_POSITIVE)
    );
  });
  const known = readRates(Object.fromEntries(good));
  // A table without one of our currencies must not take the place of one that has them.
  return Object.keys(known).length > 0 ? { date: String(date), perUsd: known } : null;
}

function readHot(hot: readonly unknown[], wrong: Complaints): readonly string[] {
  const ids = hot.filter((id, i): id is string =>
    check(wrong, isText(id, COIN_ID), `hot.${i}`, 'not a CoinGecko id'),
  );
  return [...new Set(ids)].filter((id) => COIN_BY_ID.has(id));
}
