import { type Answer, type Host, json, notFound, type WorldRequest } from '../answer.ts';
import { FACTS_BY_ID } from '../coins.ts';
import type { MarketCoin, MarketView } from '../market.ts';
import { rounded } from '../number.ts';

/** Its data is about ten minutes old. */
const LAG = 10 * 60_000;

export const coinpaprika: Host = {
  id: 'coinpaprika',
  hosts: ['api.coinpaprika.com'],
  answer(request) {
    const rows = (): Row[] => coinpaprikaRows(request);
    if (request.path === '/v1/tickers') return json(rows());
    const id = /^\/v1\/tickers\/([\w-]+)$/.exec(request.path)?.[1];
    if (!id) return notFound();
    const row = rows().find((entry) => entry.id === id);
    return row ? json(row) : json({ error: 'id not found' }, 404);
  },
  failures: {
    rateLimited: () => json({ error: 'too many requests' }, 429),
    paymentRequired: (): Answer => json({ error: 'This endpoint is not allowed in this plan' }, 402),
    wrongShape: () => json({ tickers: [{ id: 'btc-bitcoin', price: 105239.09 }] }),
  },
};

type Row = Record<string, unknown>;

function coinpaprikaRows({ query, market, now }: WorldRequest): Row[] {
  const quotes = query.get('quotes')?.toUpperCase().split(',') ?? ['USD'];
  return market
    .coins()
    .filter(({ last }) => last !== '')
    .map((coin) => coinpaprikaRow(coin, quotes, market, now - LAG));
}

function coinpaprikaRow(coin: MarketCoin, quotes: string[], market: MarketView, at: number): Row {
  const facts = FACTS_BY_ID.get(coin.id);
  const cap = 2.0966e12 / coin.capRank ** 1.35;
  const figures = quotes.flatMap((quote) => {
    const rate = Number(market.usdRates[quote]);
    if (!(rate > 0)) return [];
    const entry = {
      price: Number(coin.last) * rate,
      volume_24h: rounded((4e10 / coin.capRank) * rate, 2),
      volume_24h_change_24h: -4.15,
      market_cap: Math.round(cap * rate),
      market_cap_change_24h: 0.4,
      percent_change_15m: 0.04,
      percent_change_30m: 0.08,
      percent_change_1h: 0.11,
      percent_change_24h: Number(coin.change24h),
    };
    return [[quote, entry]];
  });
  return {
    id: facts?.paprikaId,
    name: facts?.name,
    symbol: coin.symbol,
    rank: coin.capRank,
    total_supply: Math.round(cap / Number(coin.last)),
    max_supply: 0,
    beta_value: 0.98,
    first_data_at: '2015-08-07T00:00:00Z',
    last_updated: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    quotes: Object.fromEntries(figures),
  };
}
