import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { binanceRefusal, weighed } from './binance-answer.ts';
import { klines } from './binance-klines.ts';
import { type BinancePair, binancePairs } from './binance-pairs.ts';

const SYMBOLS = '^\\[("[\\w\\-._&&[^a-z]]{1,50}"(,"[\\w\\-._&&[^a-z]]{1,50}"){0,}){0,1}\\]$';
const LEGAL_LIST = /^\[("[A-Z0-9_\-.]{1,50}"(,"[A-Z0-9_\-.]{1,50}")*)?\]$/;
const LEGAL_SYMBOL = /^[A-Z0-9_\-.]{1,50}$/;
const MINUTE = 60_000;

export const binance: Host = {
  id: 'binance',
  hosts: [
    'data-api.binance.vision',
    'api.binance.com',
    'api-gcp.binance.com',
    ...['api1', 'api2', 'api3', 'api4'].map((name) => `${name}.binance.com`),
  ],
  answer(request) {
    switch (request.path) {
      case '/api/v3/ping':
        return weighed(json({}), 1);
      case '/api/v3/time':
        return weighed(json({ serverTime: request.now }), 1);
      case '/api/v3/ticker/24hr':
        return answerForPairs(request, request.query.get('type') === 'MINI' ? miniRow : fullRow);
      case '/api/v3/ticker/price':
        return answerForPairs(request, ({ symbol, last }) => ({ symbol, price: last }));
      case '/api/v3/exchangeInfo':
        return exchangeInfo(request);
      case '/api/v3/klines':
      case '/api/v3/uiKlines':
        return klines(request);
      default:
        return notFound();
    }
  },
  failures: {
    rateLimited: (retryAfter = 30) =>
      binanceRefusal(
        429,
        -1003,
        'Too much request weight used; current limit is 6000 request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.',
        retryAfterHeader(retryAfter),
      ),
    banned: (retryAfter = 120) =>
      binanceRefusal(
        418,
        -1003,
        `Way too much request weight used; IP banned until ${Date.now() + retryAfter * 1000}. Please use WebSocket Streams for live updates to avoid bans.`,
        retryAfterHeader(retryAfter),
      ),
    geoBlocked: () =>
      binanceRefusal(
        451,
        0,
        "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms. Please contact customer service if you believe you received this message in error.",
      ),
    wrongShape: () => json([{ s: 'BTCUSDT', c: 105239.09, P: 0.76 }]),
  },
};

const illegal = (parameter: string, range: string): Answer =>
  binanceRefusal(
    400,
    -1100,
    `Illegal characters found in parameter '${parameter}'; legal range is '${range}'.`,
  );

/**
 * Answers with an object for one symbol, with an array for several or none; one unknown symbol fails the whole request.
 */
function answerForPairs(request: WorldRequest, row: (pair: BinancePair) => unknown): Answer {
  const { query } = request;
  const [symbol, list] = [query.get('symbol'), query.get('symbols')];
  if (symbol !== null && list !== null) {
    return binanceRefusal(400, -1101, 'Too many parameters sent for this endpoint.');
  }
  const status = query.get('symbolStatus');
  if (status !== null && !['TRADING', 'HALT', 'BREAK'].includes(status)) {
    return binanceRefusal(400, -1122, 'Invalid symbolStatus.');
  }
  const pairs = binancePairs(request);
  const hasStatus = (pair: BinancePair): boolean => status === null || pair.status === status;
  if (symbol !== null) {
    if (!LEGAL_SYMBOL.test(symbol)) return illegal('symbol', '^[\\w\\-._&&[^a-z]]{1,50}$');
    const pair = pairs.get(symbol);
    if (!pair) return binanceRefusal(400, -1121, 'Invalid symbol.');
    if (!hasStatus(pair)) {
      return binanceRefusal(400, -1220, 'The symbol status does not match the requested symbolStatus.');
    }
    return weighed(json(row(pair)), 2);
  }
  if (list === null) return weighed(json([...pairs.values()].filter(hasStatus).map(row)), 80);
  if (!LEGAL_LIST.test(list) || query.getAll('symbols').length > 1) return illegal('symbols', SYMBOLS);
  return answerForList(list, pairs, (pair) => (hasStatus(pair) ? [row(pair)] : []));
}

function answerForList(
  list: string,
  pairs: ReadonlyMap<string, BinancePair>,
  rowsOf: (pair: BinancePair) => readonly unknown[],
): Answer {
  const names = JSON.parse(list) as string[];
  if (names.length === 0) return binanceRefusal(400, -1105, "Parameter 'symbols' was empty.");
  if (new Set(names).size < names.length) {
    return binanceRefusal(400, -1151, 'Symbol is present multiple times in the list.');
  }
  const chosen = names.flatMap((name) => pairs.get(name) ?? []);
  if (chosen.length < names.length) return binanceRefusal(400, -1121, 'Invalid symbol.');
  return weighed(json(chosen.flatMap(rowsOf)), names.length <= 20 ? 2 : names.length <= 100 ? 40 : 80);
}

function miniRow(pair: BinancePair): Record<string, unknown> {
  const { symbol, last: lastPrice, open: openPrice, high: highPrice, low: lowPrice } = pair;
  return { symbol, openPrice, highPrice, lowPrice, lastPrice, ...volumes(pair) };
}

function fullRow(pair: BinancePair): Record<string, unknown> {
  return {
    symbol: pair.symbol,
    priceChange: pair.change,
    priceChangePercent: pair.changePercent,
    weightedAvgPrice: pair.average,
    prevClosePrice: pair.open,
    lastPrice: pair.last,
    lastQty: '0.42000000',
    bidPrice: pair.last,
    bidQty: '3.17000000',
    askPrice: pair.last,
    askQty: '2.08000000',
    openPrice: pair.open,
    highPrice: pair.high,
    lowPrice: pair.low,
    ...volumes(pair),
  };
}

const volumes = ({ volume, quoteVolume, closeTime, trades }: BinancePair): Record<string, unknown> => ({
  volume,
  quoteVolume,
  openTime: closeTime - 1440 * MINUTE,
  closeTime,
  firstId: 28_385,
  lastId: 28_385 + trades - 1,
  count: trades,
});

function exchangeInfo(request: WorldRequest): Answer {
  const symbols = [...binancePairs(request).values()].map(({ symbol, status, base, quote }) => ({
    symbol,
    status,
    baseAsset: base,
    baseAssetPrecision: 8,
    quoteAsset: quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ['LIMIT', 'MARKET'],
    isSpotTradingAllowed: true,
    permissions: [],
  }));
  const limit = { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 };
  const head = { timezone: 'UTC', serverTime: request.now, rateLimits: [limit], exchangeFilters: [] };
  return weighed(json({ ...head, symbols }), 20);
}
