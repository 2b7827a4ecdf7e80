import type { FxSource } from '../core/sources/price-source.ts';
import { coingeckoFx } from './coingecko-fx.ts';
import { currencyApi } from './currency-api.ts';
import { erApi } from './er-api.ts';
import { frankfurter } from './frankfurter.ts';

/** Every source of exchange rates, in the order in which they are tried. The only list of them. */
export const FX_SOURCES: readonly FxSource[] = [erApi, frankfurter, currencyApi, coingeckoFx];
