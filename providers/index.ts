import type { Provider, TrendingSource } from '../core/provider.ts';
import { binance } from './binance.ts';
import { coingecko } from './coingecko.ts';
import { okx } from './okx.ts';

/** Every price source, in the order in which they are tried. The only list of them. */
export const PROVIDERS: readonly Provider[] = [binance, okx, coingecko];

/** The source that ranks coins by market cap and knows those that no exchange before it lists. */
export const RANKING_PROVIDER: Provider & TrendingSource = coingecko;

/** Those beside it that know what a USDT costs in dollars. */
export const PEG_PROVIDERS: readonly Provider[] = [];
