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
 * What a coin cost at a time in the past, USDT. Made up but stable: the same moment always gives the same course, and the
 * course ends at today's price with yesterday's price 24 hours before it.
 */
export function marketPriceAt(coin: MarketCoin, time: number, now: number): number {
  const last = Number(coin.last);
  const gap = Math.log(last / Number(openOf(coin))) - (drift(coin.id, now) - drift(coin.id, now - DAY));
  const share = Math.min(1, Math.max(0, (now - time) / DAY));
  return last * Math.exp(drift(coin.id, time) - drift(coin.id, now) - gap * share);
}

function drift(id: string, time: number): number {
  const scale = /usd|tether$|^dai$/.test(id) ? 0.004 : 1;
  const phase = (hashOf(id) % 6283) / 1000;
  return WAVES.reduce((sum, { period, swing }, index) => {
    return sum + swing * scale * Math.sin((2 * Math.PI * time) / period + phase * (index + 1));
  }, 0);
}

/** Candles from the one that holds `from` on, oldest first; none that opens after `now`. */
export function candles(coin: MarketCoin, step: number, from: number, count: number, now: number): Candle[] {
  const list: Candle[] = [];
  for (
    let openTime = Math.ceil(from / step) * step;
    openTime <= now && list.length < count;
    openTime += step
  ) {
    const closeTime = openTime + step - 1;
    const path = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.min(openTime + part * step, now));
    const prices = path.map((time) => marketPriceAt(coin, time, now));
    const [open = 0, close = 0] = [prices[0], prices.at(-1)];
    list.push({ openTime, closeTime, open, close, high: Math.max(...prices), low: Math.min(...prices) });
  }
  return list;
}
