import { type Answer, json, type WorldRequest } from '../answer.ts';
import { FACTS_BY_ID } from '../coins.ts';
import type { MarketCoin } from '../market.ts';
import { marketPriceAt } from '../market-history.ts';
import { hashOf, rounded } from '../number.ts';
import { currencies, exact, listed, perUsd } from './coingecko-market.ts';

const HOUR = 3_600_000;

export function markets({ query, market, now }: WorldRequest): Answer {
  const currency = query.get('vs_currency');
  if (!currency) return json({ error: 'Missing parameter vs_currency' }, 422);
  if (!currencies(market).has(currency.toLowerCase())) return json({ error: 'invalid vs_currency' }, 400);
  const ids = query.get('ids')?.split(',');
  const [size, page] = [Number(query.get('per_page') ?? 100), Number(query.get('page') ?? 1)];
  if (!(size >= 1 && size <= 250 && page >= 1)) return json({ error: 'invalid page' }, 400);
  const selected = listed(market).filter(({ id }) => !ids || ids.includes(id));
  selected.sort((a, b) => a.capRank - b.capRank);
  if (query.get('order') === 'market_cap_asc') selected.reverse();
  if (query.get('order') === 'volume_desc') selected.sort((a, b) => coingeckoVolume(b) - coingeckoVolume(a));
  const factor = perUsd(market, currency.toLowerCase());
  const rows = selected.slice((page - 1) * size, page * size).map((coin) => ({
    ...marketRow(coin, factor, query, now),
    ...(query.get('sparkline') === 'true' && { sparkline_in_7d: { price: week(coin, now) } }),
  }));
  return json(rows);
}

const coingeckoVolume = ({ id, capRank }: MarketCoin): number =>
  Math.round((4e10 + (hashOf(id) % 9e9)) / capRank);

function marketRow(
  coin: MarketCoin & { name?: string },
  factor: number,
  query: URLSearchParams,
  now: number,
): Record<string, unknown> {
  const facts = FACTS_BY_ID.get(coin.id);
  const local = { zh: facts?.nameHans, 'zh-tw': facts?.nameHant }[query.get('locale') ?? ''];
  const places = query.get('precision');
  const priced = coin.last !== '';
  const [last, change] = [Number(coin.last) * factor, Number(coin.change24h)];
  const price = places === 'full' ? exact(last) : rounded(last, places ? Number(places) : last < 1 ? 10 : 2);
  const cap = Math.round((2.0966e12 * factor) / coin.capRank ** 1.35);
  const only = <T>(value: T): T | null => (priced ? value : null);
  return {
    id: coin.id,
    symbol: coin.symbol.toLowerCase(),
    name: local || facts?.name || coin.name,
    image: `https://coin-images.coingecko.com/coins/images/${hashOf(coin.id) % 40_000}/large/${coin.id}.png?1696501400`,
    current_price: only(price),
    market_cap: only(cap),
    market_cap_rank: only(coin.capRank),
    fully_diluted_valuation: only(cap),
    total_volume: only(Math.round(coingeckoVolume(coin) * factor)),
    high_24h: only(exact(last * 1.011)),
    low_24h: only(exact(last * 0.987)),
    price_change_24h: only(last - last / (1 + change / 100)),
    price_change_percentage_24h: only(change),
    circulating_supply: only(rounded(cap / last, 2)),
    total_supply: null,
    max_supply: null,
    ath: only(exact(last * 1.9)),
    atl: only(exact(last / 90)),
    roi: null,
    last_updated: only(new Date(now - 31_000).toISOString()),
    ...(query.get('price_change_percentage')?.includes('24h') && {
      price_change_percentage_24h_in_currency: only(change),
    }),
  };
}

function week(coin: MarketCoin, now: number): number[] {
  if (coin.last === '') return [];
  return Array.from({ length: 168 }, (_, hour) => exact(marketPriceAt(coin, now - (167 - hour) * HOUR, now)));
}
