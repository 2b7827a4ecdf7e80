import type { MarketCoin, MarketView } from '../market.ts';

const CRYPTO = new Map([
  ['btc', 'bitcoin'],
  ['eth', 'ethereum'],
  ['sol', 'solana'],
]);

// Edge cases outside our coins: another "TON", and a coin without a price.
const OTHER_COINS: readonly (MarketCoin & { name: string })[] = [
  {
    id: 'tokamak-network',
    symbol: 'TON',
    name: 'Tokamak Network',
    last: '1.34',
    change24h: '-1.2',
    capRank: 700,
  },
  { id: 'dormant-token', symbol: 'DORM', name: 'Dormant Token', last: '', change24h: '0', capRank: 9000 },
];

/** All coins that CoinGecko knows. */
export const listed = (market: MarketView): (MarketCoin & { name?: string })[] => [
  ...market.coins(),
  ...OTHER_COINS,
];

export function currencies(market: MarketView): Set<string> {
  return new Set([...CRYPTO.keys(), ...Object.keys(market.usdRates).map((code) => code.toLowerCase())]);
}

/** Units of a price currency per USD; the currency may be a coin. */
export function perUsd(market: MarketView, currency: string): number {
  const coin = CRYPTO.get(currency);
  return coin ? 1 / Number(market.coin(coin)?.last) : Number(market.usdRates[currency.toUpperCase()]);
}

/** Removes the rounding tail of multiplying two binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(12));
