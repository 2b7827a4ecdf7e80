import { type MarketCoin, openOf } from './market.ts';
import { hashOf } from './number.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WAVES = [
  { period: 41 * DAY, swing: 0.07 },
  { period: 6.3 * DAY, swing: 0.022 },
  { period: 31 * HOUR, swing: 0.008 },
  { period: 5.2 * HOUR, swing: 0.003 },
];

export interface Candle {
  openTime: number;
  closeTime: number;
  open: number;
  high: number;
  low: number;
  close: number;
}

/**
 * Returns the price of a coin at a past time, USDT. Generated but stable: the same time always gives the same curve.
 * The curve ends at the current price, and 24 hours earlier is at the opening price.
 */
export function marketPriceAt(coin: MarketCoin, time: number, now: number): number {
  const last = Number(coin.last);
  const gap = Math.log(last / Number(openOf(coin))) - (driftAt(coin.id, now) - driftAt(coin.id, now - DAY));
  const share = Math.min(1, Math.max(0, (now - time) / DAY));
  return last * Math.exp(driftAt(coin.id, time) - driftAt(coin.id, now) - gap * share);
}

function driftAt(id: string, time: number): number {
  const scale = /usd|tether$|^dai$/.test(id) ? 0.004 : 1;
  const phase = (hashOf(id) % 6283) / 1000;
  return WAVES.reduce((sum, { period, swing }, index) => {
    return sum + swing * scale * Math.sin((2 * Math.PI * time) / period + phase * (index + 1));
  }, 0);
}

/** Returns candles from the one that contains `from`, oldest first; none opens after `now`. */
export function candles(coin: MarketCoin, step: number, from: number, count: number, now: number): Candle[] {
  const list: Candle[] = [];
  for (
    let openTime = Math.ceil(from / step) * step;
    openTime <= now && list.length < count;
    openTime += step
  ) {
    const closeTime = openTime + step - 1;
    const path = [0, 0.25, 0.5, 0.75, 1].map((fraction) => Math.min(openTime + fraction * step, now));
    const prices = path.map((time) => marketPriceAt(coin, time, now));
    const [open = 0, close = 0] = [prices[0], prices.at(-1)];
    list.push({ openTime, closeTime, open, close, high: Math.max(...prices), low: Math.min(...prices) });
  }
  return list;
}
