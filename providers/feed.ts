import * as v from 'valibot';
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
const NOT_NEGATIVE = /^\d{1,30}(\.\d{1,40})?$/;
const ABOVE_ZERO = /^(?=.*[1-9])\d{1,30}(\.\d{1,40})?$/;
const TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Text of one form, or a complaint that says what it is not. */
const formOr = (form: RegExp, not: string) => v.pipe(v.string(not), v.regex(form, not));
const objectOr = (not: string) => v.custom<Record<string, unknown>>(isRecord, not);

/** Fields of an object, of which each is complained of by itself: one that is missing as one that does not hold. */
function fieldsOr<E extends v.ObjectEntries>(not: string, entries: E) {
  const absent = Object.fromEntries(Object.keys(entries).map((name) => [name, undefined]));
  return v.pipe(
    objectOr(not),
    v.transform((raw): Record<string, unknown> => ({ ...absent, ...raw })),
    v.object(entries),
  );
}

const Time = formOr(TIME, 'not an ISO 8601 time with a zone');
const FeedFigure = formOr(ABOVE_ZERO, 'not decimal text above zero');
const FeedCoinId = formOr(COIN_ID, 'not a CoinGecko id');
const CurrencyCodeText = formOr(/^[A-Z]{3}$/, 'not a currency code');

const Frame = fieldsOr('not a JSON object', {
  v: v.literal(1, 'not 1'),
  at: Time,
  source: formOr(/^.{1,80}$/u, 'not one line of 1 to 80 characters'),
  prices: objectOr('not an object'),
  usdtUsd: v.unknown(),
  fx: v.unknown(),
  hot: v.unknown(),
});
const FeedPriceSchema = fieldsOr('not an object', {
  last: FeedFigure,
  change24h: v.nullish(formOr(DECIMAL, 'neither decimal text nor null')),
  volume24h: v.optional(formOr(NOT_NEGATIVE, 'not decimal text of zero or more')),
  at: v.optional(Time),
});
const FxTable = fieldsOr('not an object', {
  date: formOr(/^\d{4}-\d\d-\d\d$/, 'not a date like 2026-11-24'),
  perUsd: objectOr('not an object'),
});
const IdsByRank = v.array(v.unknown(), 'not a list');

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

/** What a part is read as; undefined when it does not hold, and then complaints say of each of its fields why. */
function readPart<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  where: string,
  complaints: Complaints,
): T | undefined {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    const path = [where, v.getDotPath(issue)].filter(Boolean).join('.');
    complaints.push(`${path || 'document'}: ${issue.message}`);
  }
  return undefined;
}

/** A name as the document has it, but short and printable. */
const shown = (name: string): string => name.slice(0, 40).replace(/[^ -~]/g, '?');

function oneLine([first = '', ...others]: Complaints): string {
  return others.length > 0 ? `${first} (and ${others.length} more)` : first;
}

function readFeed({ body, at: answeredAt }: Answer, ids: readonly string[]): Result<SourceResponse> {
  const complaints: Complaints = [];
  const feed = readPart(Frame, body, '', complaints);
  if (!feed) return failed('bad-shape', undefined, complaints[0]);
  const wanted = new Set(ids);
  const quotes = new Map<string, Quote>();
  for (const [id, raw] of Object.entries(feed.prices)) {
    const where = `prices.${shown(id)}`;
    const isId = readPart(FeedCoinId, id, where, complaints) !== undefined;
    const price = isId ? readPart(FeedPriceSchema, raw, where, complaints) : undefined;
    const at = Date.parse(price?.at ?? feed.at);
    const quote =
      price && makeQuote({ ...price, change24h: price.change24h, source: 'feed', at, answeredAt });
    if (quote && wanted.has(id)) quotes.set(id, quote);
  }
  const extras = parseFeedExtras(feed, complaints);
  if (quotes.size === 0) {
    return complaints.length > 0
      ? failed('bad-shape', undefined, oneLine(complaints))
      : failed('empty', undefined, 'prices: none of the coins asked for');
  }
  return success({ quotes, ...extras, ...(complaints.length > 0 && { leftOut: oneLine(complaints) }) });
}

function parseFeedExtras(
  { usdtUsd, fx, hot }: v.InferOutput<typeof Frame>,
  complaints: Complaints,
): Omit<SourceResponse, 'quotes'> {
  const rate = usdtUsd === undefined ? undefined : readPart(FeedFigure, usdtUsd, 'usdtUsd', complaints);
  const ids = hot === undefined ? undefined : readPart(IdsByRank, hot, 'hot', complaints);
  const rates = fx === undefined ? null : readFx(fx, complaints);
  return {
    ...(rate !== undefined && { usdtUsd: rate }),
    ...(rates && { fx: rates }),
    ...(ids && { ranking: readHot(ids, complaints) }),
  };
}

function readFx(fx: unknown, complaints: Complaints): SourceResponse['fx'] | null {
  // What is no object has none of its fields.
  const table = readPart(FxTable, isRecord(fx) ? fx : {}, 'fx', complaints);
  if (!table) return null;
  const good = Object.entries(table.perUsd).filter(([code, rate]) => {
    const where = `fx.perUsd.${shown(code)}`;
    return (
      readPart(CurrencyCodeText, code, where, complaints) !== undefined &&
      readPart(FeedFigure, rate, where, complaints) !== undefined
    );
  });
  const known = readRates(Object.fromEntries(good));
  // A table without one of our currencies must not take the place of one that has them.
  return Object.keys(known).length > 0 ? { date: table.date, perUsd: known } : null;
}

function readHot(hot: readonly unknown[], complaints: Complaints): readonly string[] {
  const ids = hot.flatMap((id, rank) => readPart(FeedCoinId, id, `hot.${rank}`, complaints) ?? []);
  return [...new Set(ids)].filter((id) => COIN_BY_ID.has(id));
}
