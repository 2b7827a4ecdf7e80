import type { WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { hashOf, padded } from '../number.ts';

export interface BinancePair {
  coinId: string;
  symbol: string;
  base: string;
  quote: string;
  status: 'TRADING' | 'BREAK';
  last: string;
  open: string;
  high: string;
  low: string;
  change: string;
  changePercent: string;
  average: string;
  volume: string;
  quoteVolume: string;
  closeTime: number;
  trades: number;
}

// USDT has no pair with itself; the others are not traded there.
const UNLISTED = new Set(
  [
    'tether monero bitcoin-cash-sv dai okb crypto-com-chain kaspa mantle bitget-token leo-token kucoin-shares',
    'gatechain-token hyperliquid tether-gold fartcoin story-2',
  ]
    .join(' ')
    .split(' '),
);
const TICKERS: Record<string, string> = { bittorrent: 'BTTC' };
const CROSSES = ['ETHBTC', 'BNBBTC', 'SOLETH', 'BTCFDUSD', 'BTCUSDC', 'BTCEUR'];

/** Returns the current pairs of Binance by symbol. */
export function binancePairs({ market, now }: WorldRequest): Map<string, BinancePair> {
  const listed = market.coins().filter((coin) => coin.last !== '' && !UNLISTED.has(coin.id));
  const pairs = listed.map((coin) => binancePair(coin, TICKERS[coin.id] ?? coin.symbol, 'USDT', coin, now));
  for (const cross of CROSSES) {
    const coin = listed.find(({ symbol }) => cross.startsWith(symbol));
    const quote = coin && cross.slice(coin.symbol.length);
    const per = market.coins().find(({ symbol }) => symbol === quote)?.last ?? '1.16';
    if (coin && quote) {
      const last = (Number(coin.last) / Number(per)).toFixed(8);
      pairs.push(binancePair(coin, coin.symbol, quote, { last, change24h: coin.change24h }, now));
    }
  }
  return new Map([...pairs, frozenToncoin()].map((pair) => [pair.symbol, pair]));
}

/** The pair from before the renaming: suspended, but still returned with its last trade. */
function frozenToncoin(): BinancePair {
  const suspended = Date.UTC(2026, 4, 12, 3);
  const coin = { id: 'the-open-network', last: '3.12', change24h: '0' };
  return { ...binancePair(coin, 'TON', 'USDT', coin, suspended), status: 'BREAK' };
}

function binancePair(
  coin: Pick<MarketCoin, 'id'>,
  base: string,
  quote: string,
  price: Pick<MarketCoin, 'last' | 'change24h'>,
  now: number,
): BinancePair {
  const [last, open] = [Number(price.last), Number(openOf(price))];
  const trades = 40_000 + (hashOf(base + quote) % 900_000);
  const quoteVolume = trades * 1374.25;
  return {
    coinId: coin.id,
    symbol: base + quote,
    base,
    quote,
    status: 'TRADING',
    last: padded(price.last),
    open: open.toFixed(8),
    high: (Math.max(last, open) * 1.008).toFixed(8),
    low: (Math.min(last, open) * 0.991).toFixed(8),
    change: (last - open).toFixed(8),
    changePercent: Number(price.change24h).toFixed(3),
    average: ((last + open) / 2).toFixed(8),
    volume: (quoteVolume / last).toFixed(8),
    quoteVolume: quoteVolume.toFixed(8),
    // Time of the latest trade, so slightly before the answer.
    closeTime: now - 17,
    trades,
  };
}
