import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { candles } from '../market-history.ts';
import { hashOf, placesOf } from '../number.ts';

const UNLISTED = new Set(
  'tether monero kaspa bitget-token kucoin-shares gatechain-token first-digital-usd bittensor pax-gold'.split(
    ' ',
  ),
);
const MINUTE = 60_000;
const BARS: Record<string, number> = {
  '1m': 1,
  '3m': 3,
  '5m': 5,
  '15m': 15,
  '30m': 30,
  '1H': 60,
  '2H': 120,
  '4H': 240,
  '6H': 360,
  '12H': 720,
  '1D': 1440,
  '1Dutc': 1440,
  '1W': 10_080,
};

export const okx: Host = {
  id: 'okx',
  hosts: ['www.okx.com', 'eea.okx.com', 'us.okx.com'],
  answer(request) {
    switch (request.path) {
      case '/api/v5/market/tickers':
        return okxTickers(request);
      case '/api/v5/market/ticker':
        return okxTicker(request);
      case '/api/v5/market/candles':
      case '/api/v5/market/history-candles':
        return okxCandles(request);
      case '/api/v5/market/exchange-rate':
        return okxFound([{ usdCny: String(request.market.usdRates.CNY ?? '') }]);
      case '/api/v5/public/time':
        return okxFound([{ ts: String(request.now) }]);
      default:
        return notFound();
    }
  },
  failures: {
    // No Retry-After is documented, so none is sent unless a test sets it.
    rateLimited: (retryAfter) =>
      json({ code: '50011', msg: 'Too Many Requests', data: [] }, 429, retryAfterHeader(retryAfter)),
    serverError: () => json({ code: '50001', msg: 'Service temporarily unavailable', data: [] }, 503),
    wrongShape: () => json({ code: '0', msg: '', data: { 'BTC-USDT': { last: 105239.09 } } }),
  },
};

const okxFound = (data: unknown[]): Answer => json({ code: '0', msg: '', data });
/** Errors are returned with HTTP 200. */
const okxRefusal = (code: string, msg: string): Answer => json({ code, msg, data: [] });

function okxTickers({ query, market, now }: WorldRequest): Answer {
  const type = query.get('instType');
  if (!type) return okxRefusal('50014', 'Parameter instType can not be empty.');
  if (type !== 'SPOT') return okxRefusal('51000', 'Parameter instType error');
  return okxFound(allRows(market.coins(), now));
}

function okxTicker({ query, market, now }: WorldRequest): Answer {
  const instId = query.get('instId');
  if (!instId) return okxRefusal('50014', 'Parameter instId can not be empty.');
  const row = allRows(market.coins(), now).find((entry) => entry.instId === instId);
  return row ? okxFound([row]) : okxRefusal('51001', "Instrument ID doesn't exist.");
}

function allRows(coins: readonly MarketCoin[], now: number): Record<string, string>[] {
  const listed = coins.filter(({ id }) => !UNLISTED.has(id));
  const rows = listed.map((coin) => okxRow(`${coin.symbol}-USDT`, coin, now));
  const btc = coins.find(({ id }) => id === 'bitcoin');
  const eth = coins.find(({ id }) => id === 'ethereum');
  const priced = btc?.last && eth?.last;
  const cross = (instId: string, value: number, change24h: string): Record<string, string> =>
    okxRow(instId, { last: value.toFixed(4), change24h }, now);
  return [
    ...rows.slice(0, 3),
    ...(priced ? [cross('ETH-BTC', Number(eth.last) / Number(btc.last), '-0.5')] : []),
    ...(priced ? [cross('BTC-EUR', Number(btc.last) * 0.8615, btc.change24h)] : []),
    ...(priced ? [cross('BTC-USDC', Number(btc.last) / 0.9998, btc.change24h)] : []),
    okxRow('USDT-USD', { last: '0.9999', change24h: '0' }, now),
    // Listed but never traded: its price is empty text.
    okxRow('NEWBORN-USDT', { last: '', change24h: '0' }, now),
    okxRow('MEMEDUCK-USDT', { last: '0.0004417', change24h: '23.4' }, now),
    ...rows.slice(3),
  ];
}

function okxRow(
  instId: string,
  price: Pick<MarketCoin, 'last' | 'change24h'>,
  now: number,
): Record<string, string> {
  const { last } = price;
  const open = openOf(price);
  const places = placesOf(last);
  const scaled = (factor: number): string => last && (Number(last) * factor).toFixed(places);
  const quoteVolume = 1_000_000 + (hashOf(instId) % 300_000_000);
  return {
    instType: 'SPOT',
    instId,
    last,
    lastSz: last && '0.0137',
    askPx: last,
    askSz: last && '1.204',
    bidPx: last,
    bidSz: last && '0.871',
    open24h: open,
    high24h: scaled(1.011),
    low24h: scaled(0.987),
    volCcy24h: last && String(quoteVolume),
    vol24h: last && (quoteVolume / Number(last)).toFixed(6),
    ts: String(now - 42),
    sodUtc0: open,
    sodUtc8: open,
  };
}

/** Newest first, paged backward by `after`. */
function okxCandles({ query, market, now }: WorldRequest): Answer {
  const instId = query.get('instId') ?? '';
  const step = (BARS[query.get('bar') ?? '1m'] ?? 0) * MINUTE;
  if (step === 0) return okxRefusal('51000', 'Parameter bar error');
  const coin = market.coins().find(({ id, symbol }) => !UNLISTED.has(id) && `${symbol}-USDT` === instId);
  if (!coin?.last) return okxRefusal('51001', "Instrument ID doesn't exist.");
  const limit = Math.min(Number(query.get('limit') ?? 100), 300);
  const end = Math.min(Number(query.get('after') ?? now + 1) - 1, now);
  const from = Math.floor(end / step) * step - (limit - 1) * step;
  const before = Number(query.get('before') ?? 0);
  const rows = candles(coin, step, from, limit, now)
    .filter(({ openTime }) => openTime > before)
    .map(({ openTime, closeTime, open, high, low, close }) => [
      String(openTime),
      ...[open, high, low, close].map((price) => String(Number(price.toPrecision(10)))),
      ...['812.44', (812.44 * close).toFixed(4), (812.44 * close).toFixed(4), closeTime < now ? '1' : '0'],
    ]);
  return okxFound(rows.reverse());
}
