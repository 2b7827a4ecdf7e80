import { changeSince } from '../core/market/quote.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { failed } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { product } from './lib/parse-values.ts';
import { type RowReader, readDollarTickers } from './lib/read-tickers.ts';
import { listCoins, readListing } from './lib/symbol-map.ts';

// Not traded against the dollar on Coinbase in 2026-11. USDC counts as a dollar there, and has no pair against it.
const UNLISTED = `
usd-coin tron monero okb bitget-token leo-token kucoin-shares gatechain-token neo qtum ontology iota
bitcoin-cash-sv conflux-token nervos-network gala theta-token kaspa terra-luna bittorrent just
first-digital-usd pancakeswap-token tether-gold worldcoin-wld the-open-network vaulta sonic-3
`;
const { names: NAMES, ids: IDS } = listCoins(UNLISTED, ({ symbol }) => `${symbol}-USD`);

const isTrading = (product: Record<string, unknown>): boolean =>
  (product.status ?? 'online') === 'online' && product.trading_disabled !== true;

/** Identifies rows by `coin`, which is added: the response does not name its pair. */
const READER: RowReader = {
  source: 'coinbase',
  key: 'coin',
  coins: new Map([...NAMES.keys()].map((id) => [id, id])),
  fields({ row }) {
    const stats = isRecord(row) ? row : {};
    const [open, last, volume] = [getOwn(stats, 'open'), getOwn(stats, 'last'), getOwn(stats, 'volume')];
    return {
      last,
      change24h: changeSince(open, last),
      at: Number.NaN,
      volume24h: product(volume, last),
    };
  },
};

/**
 * Coinbase Exchange, one dollar pair per request: open, last and volume of the last 24 hours, as strings, without a time.
 * Converted to USDT with the last known price of a USDT, which the pair of USDT itself provides.
 * Source: docs.cdp.coinbase.com, "Get product stats" and "Exchange rate limits".
 */
export const coinbase: Provider = {
  id: 'coinbase',
  label: 'Coinbase Exchange',
  origins: ['https://api.exchange.coinbase.com'],
  scope: 'each',
  // Published: 10 per second, bursts of 15.
  limit: { requests: 30, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => NAMES.has(id),
  request: ([id = '']) => `/products/${NAMES.get(id) ?? ''}/stats`,
  explain: ({ status, body }) =>
    status === 404 && isRecord(body) && 'message' in body ? failed('unknown-symbol') : null,
  listing: {
    path: '/products',
    decode: ({ body }) =>
      Array.isArray(body)
        ? readListing(
            IDS,
            body.flatMap((row: unknown) => (!isRecord(row) ? [null] : isTrading(row) ? [row.id] : [])),
          )
        : failed('bad-shape'),
  },
  decode({ body, at }, [id = ''], usdtUsd) {
    if (!isRecord(body)) return failed('bad-shape');
    return readDollarTickers(READER, [{ coin: id, row: body }], [id], at, usdtUsd);
  },
};
