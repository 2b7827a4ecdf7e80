import { COIN_FACTS, FACTS_BY_ID } from './coins.ts';
import { placesOf, plainText, seededRandom } from './number.ts';

export interface MarketCoin {
  /** CoinGecko id. */
  id: string;
  symbol: string;
  /** USDT, decimal text; empty for a coin without a price. */
  last: string;
  /** Percent, decimal text. */
  change24h: string;
  capRank: number;
}

/** The market as seen by a venue. A fault may show a venue a different view. */
export interface MarketView {
  coins(): readonly MarketCoin[];
  coin(id: string): MarketCoin | undefined;
  /** Units per USD. */
  usdRates: Record<string, string | number>;
}

export interface Market extends MarketView {
  mode: 'golden' | 'simulated';
  set(id: string, patch: Partial<Omit<MarketCoin, 'id'>>): void;
  /** Moves a simulated market by one step; does nothing in the golden market. */
  tick(): void;
}

// Only the CNY rate must be exact; the others are plausible values for the same autumn.
const USD_RATES: Record<string, number> = {
  USD: 1,
  CNY: 7.1758,
  EUR: 0.8615,
  HKD: 7.7812,
  TWD: 30.72,
  JPY: 152.31,
  KRW: 1423.5,
  GBP: 0.7484,
  SGD: 1.2967,
  AUD: 1.5312,
  CAD: 1.4012,
  CHF: 0.8042,
  NZD: 1.7391,
  INR: 88.72,
  IDR: 16585,
  THB: 32.61,
  MYR: 4.2205,
  PHP: 58.21,
  VND: 26340,
  RUB: 81.24,
  TRY: 41.83,
  BRL: 5.4618,
  MXN: 18.47,
  ZAR: 17.42,
  SEK: 9.5127,
  NOK: 10.113,
  DKK: 6.4329,
  PLN: 3.6702,
  CZK: 20.97,
  HUF: 337.6,
  RON: 4.3895,
  ILS: 3.2814,
  AED: 3.6725,
  SAR: 3.75,
  ARS: 1437.5,
  CLP: 957.3,
  COP: 3921.4,
  UAH: 41.52,
  NGN: 1462.3,
  PKR: 281.15,
  BDT: 121.6,
  LKR: 302.5,
  MMK: 2100,
  KWD: 0.3067,
  BHD: 0.376,
  GEL: 2.711,
  ISK: 121.9,
  BGN: 1.6849,
};

const STEP = 0.0012;
const PEGGED = new Set(['tether', 'usd-coin', 'dai', 'first-digital-usd', 'usd1-wlfi']);

export function createMarket(mode: 'golden' | 'simulated', seed: number): Market {
  const coins = COIN_FACTS.map(
    ({ id, symbol, last, change24h }, index): MarketCoin => ({
      id,
      symbol,
      last,
      change24h,
      capRank: index + 1,
    }),
  );
  const byId = new Map(coins.map((coin) => [coin.id, coin]));
  const opens = new Map(coins.map((coin) => [coin.id, openOf(coin)]));
  const random = seededRandom(seed);

  function move(coin: MarketCoin): void {
    // A sum of uniforms approximates a normal step. Drawn for every coin, so that a patch does not change other coins'
    // curves.
    const step = (random() + random() + random() - 1.5) * STEP;
    if (coin.id === 'tether' || coin.last === '') return;
    const places = Math.max(placesOf(FACTS_BY_ID.get(coin.id)?.last ?? ''), placesOf(coin.last));
    const last = Number(coin.last) * (1 + (PEGGED.has(coin.id) ? step / 20 : step));
    const open = Number(opens.get(coin.id));
    coin.last = last.toFixed(places);
    coin.change24h = plainText(((Number(coin.last) - open) / open) * 100, 3);
  }

  return {
    mode,
    usdRates: { ...USD_RATES },
    coins: () => coins,
    coin: (id) => byId.get(id),
    set(id, patch) {
      const coin = byId.get(id);
      if (!coin) throw new Error(`Unknown coin "${id}"`);
      Object.assign(coin, patch);
      opens.set(id, openOf(coin));
    },
    tick: () => {
      if (mode === 'simulated') coins.forEach(move);
    },
  };
}

/**
 * Returns the price 24 hours ago, with as few decimals as needed for `(last - open) / open` to match the coin's change:
 * venues without a percentage must give the same two decimals as those with one.
 */
export function openOf({ last, change24h }: Pick<MarketCoin, 'last' | 'change24h'>): string {
  const change = Number(change24h);
  if (last === '' || change === 0) return last;
  const price = Number(last);
  for (let places = placesOf(last); places < 18; places += 1) {
    const open = (price / (1 + change / 100)).toFixed(places);
    if (Math.abs(((price - Number(open)) / Number(open)) * 100 - change) < 0.0004) return open;
  }
  throw new Error(`No opening price leads from ${last} to ${change24h}%`);
}
