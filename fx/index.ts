import type { FxSource } from '../core/sources/price-source.ts';
import { coingeckoFx } from './coingecko-fx.ts';
import { currencyApi } from './currency-api.ts';
import { erApi } from './er-api.ts';
import { frankfurter } from './frankfurter.ts';

/** All exchange rate sources, in request order. The only list of them. */
export const FX_SOURCES: readonly FxSource[] = [erApi, frankfurter, currencyApi, coingeckoFx];
