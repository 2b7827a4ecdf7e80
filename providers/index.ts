import type { Provider, TrendingSource } from '../core/sources/price-source.ts';
import { binance } from './binance.ts';
import { bybit } from './bybit.ts';
import { coinbase } from './coinbase.ts';
import { coingecko } from './coingecko.ts';
import { coinlore } from './coinlore.ts';
import { coinpaprika } from './coinpaprika.ts';
import { gate } from './gate.ts';
import { kraken } from './kraken.ts';
import { kucoin } from './kucoin.ts';
import { okx } from './okx.ts';

/** All price sources, in the order in which they are tried. */
export const PROVIDERS: readonly Provider[] = [
  ...[binance, okx, gate, kucoin, coingecko],
  ...[kraken, coinbase, bybit, coinpaprika, coinlore],
];

/** The source of the ranking, and of coins that no exchange before it lists. */
export const RANKING_PROVIDER: Provider & TrendingSource = coingecko;

/** Further sources of the price of a USDT in dollars. */
export const USDT_USD_PROVIDERS: readonly Provider[] = [kraken, coinpaprika];
