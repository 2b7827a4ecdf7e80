import type { Host } from '../answer.ts';
import { binance } from './binance.ts';
import { bybit } from './bybit.ts';
import { coinbase } from './coinbase.ts';
import { coingecko } from './coingecko.ts';
import { coinlore } from './coinlore.ts';
import { coinpaprika } from './coinpaprika.ts';
import { jsdelivr, pagesDev } from './currency-api.ts';
import { erApi } from './er-api.ts';
import { frankfurter } from './frankfurter.ts';
import { gate } from './gate.ts';
import { kraken } from './kraken.ts';
import { kucoin } from './kucoin.ts';
import { okx } from './okx.ts';

const PRICES: readonly Host[] = [binance, okx, gate, kucoin, bybit, kraken, coinbase];
const AGGREGATORS: readonly Host[] = [coingecko, coinpaprika, coinlore];
const EXCHANGE_RATES: readonly Host[] = [erApi, frankfurter, jsdelivr, pagesDev];

/** All host names and their services. The only list of them. */
export const HOST_BY_NAME: ReadonlyMap<string, Host> = new Map(
  [...PRICES, ...AGGREGATORS, ...EXCHANGE_RATES].flatMap((host) =>
    host.hosts.map((name): [string, Host] => [name, host]),
  ),
);
