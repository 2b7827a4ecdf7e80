import { type Host, json, notFound, type WorldRequest } from '../answer.ts';
import { FACTS_BY_ID } from '../coins.ts';
import type { MarketCoin } from '../market.ts';
import { hashOf } from '../number.ts';

const IDS: Record<string, string> = {
  bitcoin: '90',
  ethereum: '80',
  tether: '518',
  binancecoin: '2710',
  solana: '48543',
  ripple: '58',
  cardano: '257',
  dogecoin: '2',
  litecoin: '1',
  'bitcoin-cash': '2321',
  monero: '28',
};

export const coinlore: Host = {
  id: 'coinlore',
  hosts: ['api.coinlore.net'],
  answer(request) {
    const coins = request.market.coins().filter(({ last }) => last !== '');
    const time = Math.floor(request.now / 1000);
    if (request.path === '/api/tickers/') {
      const [start, limit] = [
        Number(request.query.get('start') ?? 0),
        Number(request.query.get('limit') ?? 100),
      ];
      const page = [...coins]
        .sort((a, b) => a.capRank - b.capRank)
        .slice(start, start + Math.min(limit, 100));
      // Volumes are numbers in the list, and text when coins are requested by id.
      const data = page.map((coin) => ({ ...coinloreRow(coin, request), ...volumesOf(coin, Number) }));
      return json({ data, info: { coins_num: 14_820, time } });
    }
    if (request.path !== '/api/ticker/') return notFound();
    const ids = request.query.get('id')?.split(',') ?? [];
    const found = coins.filter((coin) => ids.includes(coinloreId(coin)));
    return json(found.map((coin) => ({ ...coinloreRow(coin, request), ...volumesOf(coin, String) })));
  },
  failures: { wrongShape: () => json({ data: null }) },
};

const coinloreId = ({ id }: MarketCoin): string => IDS[id] ?? String(50_000 + (hashOf(id) % 40_000));

function volumesOf<T>({ capRank }: MarketCoin, as: (value: number) => T): { volume24: T; volume24a: T } {
  return { volume24: as(3.95e10 / capRank), volume24a: as(4.47e10 / capRank) };
}

function coinloreRow(coin: MarketCoin, { market }: WorldRequest): Record<string, unknown> {
  const cap = 2.0966e12 / coin.capRank ** 1.35;
  const supply = cap / Number(coin.last);
  return {
    id: coinloreId(coin),
    symbol: coin.symbol,
    name: FACTS_BY_ID.get(coin.id)?.name,
    nameid: coin.id,
    rank: coin.capRank,
    price_usd: coin.last,
    percent_change_24h: coin.change24h,
    percent_change_1h: '0.10',
    percent_change_7d: '2.41',
    price_btc: (Number(coin.last) / Number(market.coin('bitcoin')?.last)).toFixed(8),
    market_cap_usd: cap.toFixed(2),
    csupply: supply.toFixed(2),
    tsupply: supply.toFixed(0),
    msupply: '',
  };
}
