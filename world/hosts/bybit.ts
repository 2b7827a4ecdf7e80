import { type Answer, type Host, json, notFound, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { hashOf, placesOf, plainText } from '../number.ts';

const UNLISTED = new Set([
  'tether',
  'monero',
  'okb',
  'bitget-token',
  'leo-token',
  'kucoin-shares',
  'gatechain-token',
]);

export const bybit: Host = {
  id: 'bybit',
  hosts: ['api.bybit.com', 'api.bybick.com', 'api.bytick.com', 'api.bybit.eu'],
  answer(request) {
    if (request.path === '/v5/market/time')
      return bybitFound({ timeSecond: String(Math.floor(request.now / 1000)) }, request.now);
    return request.path === '/v5/market/tickers' ? bybitTickers(request) : notFound();
  },
  failures: {
    // Bybit has two kinds of 403, which differ only in the body; the general one for a blocked country is the other.
    rateLimited: () => json({ retCode: 10006, retMsg: 'access too frequent', result: {} }, 403),
    wrongShape: () => json({ retCode: 0, retMsg: 'OK', result: { category: 'spot', list: null } }),
  },
};

const bybitFound = (result: unknown, time: number): Answer =>
  json({ retCode: 0, retMsg: 'OK', result, retExtInfo: {}, time }, 200, {
    'x-bapi-limit': '600',
    'x-bapi-limit-status': '597',
    'x-bapi-limit-reset-timestamp': String(time),
  });

const bybitRefusal = (retCode: number, retMsg: string, time: number): Answer =>
  json({ retCode, retMsg, result: {}, retExtInfo: {}, time });

function bybitTickers({ query, market, now }: WorldRequest): Answer {
  if (query.get('category') !== 'spot') return bybitRefusal(10001, 'Illegal category', now);
  const rows = market
    .coins()
    .filter(({ id, last }) => last !== '' && !UNLISTED.has(id))
    .map(bybitRow);
  const symbol = query.get('symbol');
  const list = symbol === null ? rows : rows.filter((row) => row.symbol === symbol);
  if (list.length === 0) return bybitRefusal(10001, 'Not supported symbols', now);
  return bybitFound({ category: 'spot', list }, now);
}

/** The change is a ratio; the index price may be empty. */
function bybitRow(coin: MarketCoin): Record<string, string> {
  const { symbol, last, change24h } = coin;
  const turnover = 700_000 + (hashOf(`bybit${symbol}`) % 200_000_000);
  const scaled = (factor: number): string => (Number(last) * factor).toFixed(placesOf(last));
  return {
    symbol: `${symbol}USDT`,
    bid1Price: last,
    bid1Size: '2',
    ask1Price: last,
    ask1Size: '1.862172',
    lastPrice: last,
    prevPrice24h: openOf(coin),
    price24hPcnt: plainText(Number(change24h) / 100, 4),
    highPrice24h: scaled(1.012),
    lowPrice24h: scaled(0.986),
    turnover24h: String(turnover),
    volume24h: (turnover / Number(last)).toFixed(6),
    usdIndexPrice: coin.capRank > 60 ? '' : last,
  };
}
