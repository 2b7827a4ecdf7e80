import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { candles } from '../market-history.ts';
import { hashOf, placesOf, plainText } from '../number.ts';

const UNLISTED = new Set(['tether', 'okb', 'bitget-token', 'leo-token', 'gatechain-token', 'fartcoin']);
/** Pairs that kept their code when their coin was renamed. */
const KEPT_CODES: Record<string, string> = { BSV: 'BCHSV', GALA: 'GALAX' };

export const kucoin: Host = {
  id: 'kucoin',
  hosts: ['api.kucoin.com'],
  answer({ path, query, market, now }) {
    const limits = {
      'gw-ratelimit-limit': '2000',
      'gw-ratelimit-remaining': '1985',
      'gw-ratelimit-reset': '21340',
    };
    const found = (data: unknown): Answer => json({ code: '200000', data }, 200, limits);
    switch (path) {
      case '/api/v1/market/allTickers':
        return found({ time: now, ticker: kucoinRows(market) });
      case '/api/v1/market/stats': {
        // An unknown pair is not an error; its data is null.
        const row = kucoinRows(market).find(({ symbol }) => symbol === query.get('symbol'));
        return found(row ? { ...row, time: now } : null);
      }
      case '/api/v1/market/candles':
        return kucoinCandles(query, market, now, found);
      case '/api/v1/timestamp':
        return found(now);
      default:
        return notFound();
    }
  },
  failures: {
    rateLimited: (retryAfter) =>
      json({ code: '429000', msg: 'Too Many Requests' }, 429, retryAfterHeader(retryAfter)),
    geoBlocked: () =>
      json({ code: '400302', msg: 'Our services are currently unavailable in the U.S.' }, 403),
    wrongShape: () => json({ code: '200000', data: { time: 0, ticker: null } }),
  },
};

/** Length of each candle type in minutes. */
const TYPES: Record<string, number> = {
  '1min': 1,
  '3min': 3,
  '5min': 5,
  '15min': 15,
  '30min': 30,
  '1hour': 60,
  '2hour': 120,
  '4hour': 240,
  '6hour': 360,
  '8hour': 480,
  '12hour': 720,
  '1day': 1440,
  '1week': 10_080,
};

/** Newest first, in seconds: time, open, close, high, low, volume, turnover. */
function kucoinCandles(
  query: URLSearchParams,
  market: WorldRequest['market'],
  now: number,
  found: (data: unknown) => Answer,
): Answer {
  const minutes = TYPES[query.get('type') ?? ''];
  if (!minutes) return json({ code: '400100', msg: 'Incorrect candlestick type' }, 400);
  const pair = query.get('symbol');
  const coin = market.coins().find((entry) => !UNLISTED.has(entry.id) && kucoinRow(entry).symbol === pair);
  if (!coin?.last) return json({ code: '400100', msg: 'This pair is not provided at present' }, 400);
  const step = minutes * 60_000;
  const [from, to] = [
    Number(query.get('startAt') ?? 0) * 1000,
    Number(query.get('endAt') || now / 1000) * 1000,
  ];
  const rows = candles(coin, step, Math.max(from, to - 1500 * step), 1500, now)
    .filter(({ openTime }) => openTime <= to)
    .map(({ openTime, open, close, high, low }) => [
      String(openTime / 1000),
      ...[open, close, high, low].map((price) => String(Number(price.toPrecision(10)))),
      ...['402.118', (402.118 * close).toFixed(6)],
    ]);
  return found(rows.reverse());
}

function kucoinRows(market: WorldRequest['market']): Record<string, string | null>[] {
  return market
    .coins()
    .filter(({ id }) => !UNLISTED.has(id))
    .map(kucoinRow);
}

/** Any field may be null; the change is a ratio. */
function kucoinRow(coin: MarketCoin): Record<string, string | null> {
  const name = `${coin.symbol}-USDT`;
  const pair = `${KEPT_CODES[coin.symbol] ?? coin.symbol}-USDT`;
  const last = coin.last || null;
  const price = Number(coin.last);
  const volume = 400_000 + (hashOf(`kucoin${pair}`) % 90_000_000);
  const of = (value: number, places = placesOf(coin.last)): string | null => last && plainText(value, places);
  return {
    symbol: pair,
    symbolName: name,
    buy: last,
    bestBidSize: '0.25',
    sell: last,
    bestAskSize: '1.2',
    changeRate: of(Number(coin.change24h) / 100, 4),
    changePrice: of(price - Number(openOf(coin)), placesOf(coin.last) + 2),
    high: of(price * 1.012),
    low: of(price * 0.986),
    vol: of(volume / price, 6),
    volValue: last && String(volume),
    last,
    averagePrice: last,
    takerFeeRate: '0.001',
    makerFeeRate: '0.001',
    takerCoefficient: '1',
    makerCoefficient: '1',
  };
}
