import * as v from 'valibot';
import { COIN_ID } from './coin.ts';

/** A CoinGecko id; only its format is checked. */
export const CoinId = v.pipe(v.string(), v.regex(COIN_ID));
