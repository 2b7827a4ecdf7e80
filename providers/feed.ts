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

/** The document, version 1, as in docs/feed.schema.json. Prices in USDT; all figures are plain decimal text. */
export interface Feed {
  readonly v: 1;
  /** Time of all prices without their own: ISO 8601 with a time zone. */
  readonly at: string;
  /** Name of the source. */
  readonly source: string;
  /** By CoinGecko id. */
  readonly prices: Readonly<Record<string, FeedPrice>>;
  readonly usdtUsd?: string;
  readonly fx?: { readonly date: string; readonly perUsd: Readonly<Record<string, string>> };
  /** CoinGecko ids by market cap, largest first. */
  readonly hot?: readonly string[];
}

export interface FeedPrice {
  readonly last: string;
  readonly change24h?: string | null;
  readonly volume24h?: string;
  readonly at?: string;
}

/** Older feeds are dropped. */
export const FEED_FRESH_MS = 15 * 60_000;

const DECIMAL = /^-?\d{1,30}(\.\d{1,40})?$/;
const NOT_NEGATIVE = /^\d{1,30}(\.\d{1,40})?$/;
const ABOVE_ZERO = /^(?=.*[1-9])\d{1,30}(\.\d{1,40})?$/;
const TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A string that matches a pattern, with an error message. */
const formOr = (form: RegExp, not: string) => v.pipe(v.string(not), v.regex(form, not));
const objectOr = (not: string) => v.custom<Record<string, unknown>>(isRecord, not);

/** An object whose fields are reported one by one: a missing field has the same message as an invalid one. */
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
 * Creates the source of a custom feed: one JSON document at one URL, requested before all other sources.
 * An invalid required field (`v`, `at`, `source`, `prices`) fails with `bad-shape` and the reason. Other invalid parts are dropped
 * and listed in `leftOut`.
 * @param url from `settings.feedUrl`, already validated: https, a host, a path
 */
export function ownFeed(url: string): Provider {
  // Not `new URL`: it throws for invalid hosts, which should just be unreachable.
  const [, origin = url, path = '/'] = /^(https:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  return {
    id: 'feed',
    label: hostOf(origin),
    origins: [origin],
    scope: 'batch',
    // As often as a reader can press refresh.
    limit: { requests: 24, perMs: 60_000 },
    freshMs: FEED_FRESH_MS,
    // Its coins are only known after decoding.
    covers: (id) => COIN_BY_ID.has(id),
    request: () => path,
    decode: readFeed,
  };
}

/** Validation errors, as `where: what`. */
type Problems = string[];

/** Parses a part; if it is invalid, returns undefined and adds a problem for each invalid field. */
function readPart<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  where: string,
  problems: Problems,
): T | undefined {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    const path = [where, v.getDotPath(issue)].filter(Boolean).join('.');
    problems.push(`${path || 'document'}: ${issue.message}`);
  }
  return undefined;
}

/** A name from the document, made short and printable. */
const shown = (name: string): string => name.slice(0, 40).replace(/[^ -~]/g, '?');

function oneLine([first = '', ...others]: Problems): string {
  return others.length > 0 ? `${first} (and ${others.length} more)` : first;
}

function readFeed({ body, at: answeredAt }: Answer, ids: readonly string[]): Result<SourceResponse> {
  const problems: Problems = [];
  const feed = readPart(Frame, body, '', problems);
  if (!feed) return failed('bad-shape', undefined, problems[0]);
  const wanted = new Set(ids);
  const quotes = new Map<string, Quote>();
  for (const [id, raw] of Object.entries(feed.prices)) {
    const where = `prices.${shown(id)}`;
    const isId = readPart(FeedCoinId, id, where, problems) !== undefined;
    const price = isId ? readPart(FeedPriceSchema, raw, where, problems) : undefined;
    const at = Date.parse(price?.at ?? feed.at);
    const quote =
      price && makeQuote({ ...price, change24h: price.change24h, source: 'feed', at, answeredAt });
    if (quote && wanted.has(id)) quotes.set(id, quote);
  }
  const extras = parseFeedExtras(feed, problems);
  if (quotes.size === 0) {
    return problems.length > 0
      ? failed('bad-shape', undefined, oneLine(problems))
      : failed('empty', undefined, 'prices: none of the coins asked for');
  }
  return success({ quotes, ...extras, ...(problems.length > 0 && { leftOut: oneLine(problems) }) });
}

function parseFeedExtras(
  { usdtUsd, fx, hot }: v.InferOutput<typeof Frame>,
  problems: Problems,
): Omit<SourceResponse, 'quotes'> {
  const rate = usdtUsd === undefined ? undefined : readPart(FeedFigure, usdtUsd, 'usdtUsd', problems);
  const ids = hot === undefined ? undefined : readPart(IdsByRank, hot, 'hot', problems);
  const rates = fx === undefined ? null : readFx(fx, problems);
  return {
    ...(rate !== undefined && { usdtUsd: rate }),
    ...(rates && { fx: rates }),
    ...(ids && { ranking: readHot(ids, problems) }),
  };
}

function readFx(fx: unknown, problems: Problems): SourceResponse['fx'] | null {
  // Anything but an object counts as an object without fields.
  const table = readPart(FxTable, isRecord(fx) ? fx : {}, 'fx', problems);
  if (!table) return null;
  const good = Object.entries(table.perUsd).filter(([code, rate]) => {
    const where = `fx.perUsd.${shown(code)}`;
    return (
      readPart(CurrencyCodeText, code, where, problems) !== undefined &&
      readPart(FeedFigure, rate, where, problems) !== undefined
    );
  });
  const known = readRates(Object.fromEntries(good));
  // A table without any supported currency must not replace one that has some.
  return Object.keys(known).length > 0 ? { date: table.date, perUsd: known } : null;
}

function readHot(hot: readonly unknown[], problems: Problems): readonly string[] {
  const ids = hot.flatMap((id, rank) => readPart(FeedCoinId, id, `hot.${rank}`, problems) ?? []);
  return [...new Set(ids)].filter((id) => COIN_BY_ID.has(id));
}
