import type { MarketCoin, MarketView } from '../market.ts';

const CRYPTO = new Map([
  ['btc', 'bitcoin'],
  ['eth', 'ethereum'],
  ['sol', 'solana'],
]);

// Not of this world's coins, and there to be stumbled over: another "ton", and a coin that nobody prices.
const STRANGERS: readonly (MarketCoin & { name: string })[] = [
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

/** The coins it knows. */
export const listed = (market: MarketView): (MarketCoin & { name?: string })[] => [
  ...market.coins(),
  ...STRANGERS,
];

export function currencies(market: MarketView): Set<string> {
  return new Set([...CRYPTO.keys(), ...Object.keys(market.usdRates).map((code) => code.toLowerCase())]);
}

/** What one USD is in a currency that prices are told in; a coin may be one. */
export function perUsd(market: MarketView, currency: string): number {
  const coin = CRYPTO.get(currency);
  return coin ? 1 / Number(market.coin(coin)?.last) : Number(market.usdRates[currency.toUpperCase()]);
}

/** Without the tail that multiplying two binary fractions leaves. */
export const exact = (value: number): number => Number(value.toPrecision(12));
