import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { hashOf, placesOf, plain } from '../number.ts';

const UNLISTED = new Set(['tether', 'okb', 'bitget-token', 'leo-token', 'gatechain-token', 'fartcoin']);

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
        return found({ time: now, ticker: rowsOf(market) });
      case '/api/v1/market/stats': {
        // An unknown pair is no error, only nothing.
        const row = rowsOf(market).find(({ symbol }) => symbol === query.get('symbol'));
        return found(row ? { ...row, time: now } : null);
      }
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

function rowsOf(market: WorldRequest['market']): Record<string, string | null>[] {
  return market
    .coins()
    .filter(({ id }) => !UNLISTED.has(id))
    .map(rowOf);
}

/** Any field may be null; the change is a ratio. */
function rowOf(coin: MarketCoin): Record<string, string | null> {
  const pair = `${coin.symbol}-USDT`;
  const last = coin.last || null;
  const price = Number(coin.last);
  const volume = 400_000 + (hashOf(`kucoin${pair}`) % 90_000_000);
  const of = (value: number, places = placesOf(coin.last)): string | null => last && plain(value, places);
  return {
    ...{ symbol: pair, symbolName: pair, buy: last, bestBidSize: '0.25', sell: last, bestAskSize: '1.2' },
    changeRate: of(Number(coin.change24h) / 100, 4),
    changePrice: of(price - Number(openOf(coin)), placesOf(coin.last) + 2),
    ...{ high: of(price * 1.012), low: of(price * 0.986), vol: of(volume / price, 6) },
    ...{ volValue: last && String(volume), last, averagePrice: last },
    ...{ takerFeeRate: '0.001', makerFeeRate: '0.001', takerCoefficient: '1', makerCoefficient: '1' },
  };
}
