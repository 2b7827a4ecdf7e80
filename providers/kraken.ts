import type { Coin } from '../core/market/coin.ts';
import { COINS } from '../core/market/coin-catalog.ts';
import { priceText } from '../core/market/quote.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { type FailureKind, failed, type Result } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { product } from './lib/parse-values.ts';
import { type RowReader, readDollarTickers } from './lib/read-tickers.ts';
import { listCoins, readListing } from './lib/symbol-map.ts';

// Tokens of competitors, and Terra Classic, whose code on Kraken (LUNA) belongs to another coin everywhere else.
const UNLISTED = `
okb bitget-token leo-token kucoin-shares gatechain-token mantle usd1-wlfi first-digital-usd tether-gold
terra-luna
`;
const CODES: Readonly<Record<string, string>> = { bitcoin: 'XBT', dogecoin: 'XDG' };
// Old coins and currencies: their pairs are named XXBTZUSD and the like in responses.
const OLD = new Set(['XBT', 'ETH', 'XRP', 'LTC', 'XLM', 'XMR', 'ZEC', 'ETC', 'XDG', 'USDT']);

const codeOf = ({ id, symbol }: Coin): string => CODES[id] ?? symbol;
const { names: NAMES } = listCoins(UNLISTED, (coin) => `${codeOf(coin)}USD`);
/** All names of pairs in responses. */
const PAIRS = new Map(
  COINS.filter(({ id }) => NAMES.has(id)).flatMap((coin) => {
    const code = codeOf(coin);
    return [
      ...[`${code}USD`, `${code}/USD`, `${coin.symbol}USD`, `${coin.symbol}/USD`],
      ...(OLD.has(code) ? [`X${code}ZUSD`, `${code}ZUSD`] : []),
    ].map((name): [string, string] => [name, coin.id]);
  }),
);

/** Returns the failure that one of Kraken's errors means. */
function krakenFailureKind(error: string): FailureKind {
  if (/too many requests|rate limit exceeded|temporary lockout/i.test(error)) return 'rate-limited';
  if (/^EQuery:(unknown|invalid) asset pair/i.test(error)) return 'unknown-symbol';
  return /^EService:|internal error/i.test(error) ? 'server-error' : 'refused';
}

/** Returns the failure in `{error: […]}`, whose lines begin with E, or W for warnings; null if there is none. */
function failureIn(body: unknown): Result<never> | null {
  const errors = isRecord(body) && Array.isArray(body.error) ? body.error : [];
  const error = errors.find((line) => typeof line === 'string' && line.startsWith('E'));
  return error === undefined ? null : failed(krakenFailureKind(error));
}

/** Returns the second figure of `[today, last 24 hours]`, or a single value. */
const lastTrade = (pair: unknown): unknown => (Array.isArray(pair) ? pair.at(-1) : pair);
/** Returns the price of `[price, lot]`. */
const first = (pair: unknown): unknown => (Array.isArray(pair) ? pair[0] : undefined);

/** Identifies rows by `name`, which is added: rows do not contain their pair. */
const READER: RowReader = {
  source: 'kraken',
  key: 'name',
  coins: PAIRS,
  fields({ row }) {
    const ticker = isRecord(row) ? row : {};
    const last = first(getOwn(ticker, 'c'));
    const average = lastTrade(getOwn(ticker, 'p'));
    const volume24h = product(lastTrade(getOwn(ticker, 'v')), priceText(average) ?? last);
    // `o` is the opening price of today (UTC), not of 24 hours ago.
    return { last, change24h: null, at: Number.NaN, volume24h };
  },
};

/**
 * Kraken, dollar pairs, converted to USDT with its own USDT/USD, which is part of every batch. No rolling change, no time. One
 * unknown pair fails the whole request.
 * Source: docs.kraken.com, "Get Ticker Information" and "Get Tradable Asset Pairs".
 */
export const kraken: Provider = {
  id: 'kraken',
  label: 'Kraken',
  origins: ['https://api.kraken.com'],
  scope: 'batch',
  // Not published: about one per second.
  limit: { requests: 5, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => NAMES.has(id),
  request(ids) {
    const pairs = [...new Set([...ids, 'tether'])].flatMap((id) => NAMES.get(id) ?? []);
    return `/0/public/Ticker?pair=${encodeURIComponent(pairs.join(','))}`;
  },
  explain: ({ status, body }) => (status >= 400 ? failureIn(body) : null),
  listing: {
    path: '/0/public/AssetPairs',
    decode({ body }) {
      const failure = failureIn(body);
      if (failure) return failure;
      if (!isRecord(body) || !isRecord(body.result)) return failed('bad-shape');
      const names = Object.values(body.result).map((pair) => (isRecord(pair) ? pair.altname : undefined));
      return readListing(PAIRS, [...Object.keys(body.result), ...names]);
    },
  },
  decode({ body, at }, ids, usdtUsd) {
    const failure = failureIn(body);
    if (failure) return failure;
    if (!isRecord(body) || !isRecord(body.result)) return failed('bad-shape');
    const rows = Object.entries(body.result).map(([name, row]) => ({ name, row }));
    return readDollarTickers(READER, rows, ids, at, usdtUsd);
  },
};
