import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { FACTS_BY_ID } from '../coins.ts';
import { marketPriceAt } from '../market-history.ts';
import { hashOf, rounded } from '../number.ts';
import { currencies, exact, listed, perUsd } from './coingecko-market.ts';
import { markets } from './coingecko-markets.ts';

const HOUR = 3_600_000;
export const coingecko: Host = {
  id: 'coingecko',
  hosts: ['api.coingecko.com'],
  answer(request) {
    const chart = /^\/api\/v3\/coins\/([\w-]+)\/market_chart(\/range)?$/.exec(request.path);
    if (chart) return marketChart(request, chart[1] ?? '');
    switch (request.path) {
      case '/api/v3/ping':
        return json({ gecko_says: '(V3) To the Moon!' });
      case '/api/v3/coins/markets':
        return markets(request);
      case '/api/v3/simple/price':
        return simplePrice(request);
      case '/api/v3/simple/supported_vs_currencies':
        return json([...currencies(request.market)]);
      case '/api/v3/search/trending':
        return trending(request);
      case '/api/v3/exchange_rates':
        return exchangeRates(request);
      default:
        return notFound();
    }
  },
  failures: {
    rateLimited: (retryAfter = 60) =>
      json(
        {
          status: {
            error_code: 429,
            error_message:
              "You've exceeded the Rate Limit. Please visit https://www.coingecko.com/en/api/pricing to subscribe to our API plans for higher rate limits.",
          },
        },
        429,
        retryAfterHeader(retryAfter),
      ),
    geoBlocked: () => json({ status: { error_code: 1020, error_message: 'Access denied' } }, 403),
    paymentRequired: () =>
      json(
        { error: { status: { error_code: 10005, error_message: 'This request is limited to paid plans.' } } },
        402,
      ),
    wrongShape: () => json({ bitcoin: '105239.09', ethereum: null }),
  },
};

function simplePrice({ query, market, now }: WorldRequest): Answer {
  const ids = query.get('ids')?.split(',') ?? [];
  const requested = query.get('vs_currencies')?.toLowerCase().split(',');
  if (!requested) return json({ error: 'Missing parameter vs_currencies' }, 422);
  const known = requested.filter((currency) => currencies(market).has(currency));
  const rows = listed(market).filter(({ id }) => ids.includes(id));
  const entries = rows.map((coin) => {
    if (coin.last === '') return [coin.id, {}];
    const figures = known.flatMap((currency): [string, number][] => [
      [currency, exact(Number(coin.last) * perUsd(market, currency))],
      ...(query.get('include_24hr_change') === 'true'
        ? [[`${currency}_24h_change`, Number(coin.change24h)] satisfies [string, number]]
        : []),
    ]);
    const updated = query.get('include_last_updated_at') === 'true';
    const time = updated ? [['last_updated_at', Math.floor(now / 1000) - 31]] : [];
    return [coin.id, Object.fromEntries([...figures, ...time])];
  });
  return json(Object.fromEntries(entries));
}

function trending({ market }: WorldRequest): Answer {
  const movers = market.coins().filter(({ last }) => last !== '');
  movers.sort((a, b) => Math.abs(Number(b.change24h)) - Math.abs(Number(a.change24h)));
  const coins = movers.slice(0, 15).map((coin, score) => {
    const name = FACTS_BY_ID.get(coin.id)?.name ?? coin.symbol;
    const picture = `https://coin-images.coingecko.com/coins/images/${hashOf(coin.id) % 40_000}/large/${coin.id}.png`;
    const data = {
      price: Number(coin.last),
      price_change_percentage_24h: { usd: Number(coin.change24h), cny: Number(coin.change24h) },
      market_cap: `$${Math.round(2.0966e12 / coin.capRank ** 1.35).toLocaleString('en-US')}`,
      sparkline: `https://www.coingecko.com/coins/${score}/sparkline.svg`,
      content: null,
    };
    const item = {
      id: coin.id,
      coin_id: hashOf(coin.id) % 40_000,
      name,
      symbol: coin.symbol,
      market_cap_rank: coin.capRank,
      thumb: picture,
      small: picture,
      large: picture,
      slug: coin.id,
      price_btc: Number(coin.last) * perUsd(market, 'btc'),
      score,
      data,
    };
    return { item };
  });
  return json({ coins, nfts: [], categories: [] });
}

function exchangeRates({ market }: WorldRequest): Answer {
  const btc = Number(market.coin('bitcoin')?.last);
  const fiat = Object.entries(market.usdRates).map(([code, rate]) => [
    code.toLowerCase(),
    { name: code, unit: code, value: rounded(btc * Number(rate), 3), type: 'fiat' },
  ]);
  return json({
    rates: { btc: { name: 'Bitcoin', unit: 'BTC', value: 1.0, type: 'crypto' }, ...Object.fromEntries(fiat) },
  });
}

function marketChart({ query, market, now }: WorldRequest, id: string): Answer {
  const coin = listed(market).find((entry) => entry.id === id);
  if (!coin) return json({ error: 'coin not found' }, 404);
  const factor = perUsd(market, query.get('vs_currency')?.toLowerCase() ?? 'usd');
  const [from, to] = query.has('from')
    ? [Number(query.get('from')) * 1000, Math.min(Number(query.get('to')) * 1000, now)]
    : [now - Number(query.get('days') ?? 1) * 24 * HOUR, now];
  const span = to - from;
  // Like the free plan: 5-minute steps up to a day, hourly up to 90 days, daily beyond.
  const step = span <= 24 * HOUR ? HOUR / 12 : span <= 90 * 24 * HOUR ? HOUR : 24 * HOUR;
  const prices: [number, number][] = [];
  for (let time = from; coin.last !== '' && time <= to; time += step) {
    prices.push([Math.round(time), exact(marketPriceAt(coin, time, now) * factor)]);
  }
  return json({ prices, market_caps: [], total_volumes: [] });
}
