import { COINS } from '../core/catalogue.ts';
import { failed, success } from '../core/failure.ts';
import { isRecord, own } from '../core/parse.ts';
import type { Provider } from '../core/provider.ts';
import { changeSince, makeQuote, priceText } from '../core/quote.ts';
import { inUsdt, product, readListing } from '../core/wire.ts';

// Not traded against the dollar there when this was written (2026-11). USDC is a dollar there, and has no book against it.
const UNLISTED = new Set(
  [
    'usd-coin tron monero okb bitget-token leo-token kucoin-shares gatechain-token neo qtum ontology iota',
    'bitcoin-cash-sv conflux-token nervos-network gala theta-token kaspa terra-luna bittorrent just',
    'first-digital-usd pancakeswap-token tether-gold worldcoin-wld the-open-network vaulta sonic-3',
  ]
    .join(' ')
    .split(' '),
);
const NAMES = new Map(
  COINS.filter(({ id }) => !UNLISTED.has(id)).map(({ id, symbol }) => [id, `${symbol}-USD`]),
);
const PRODUCTS = new Map([...NAMES].map(([id, name]) => [name, id]));

const isOnline = (product: Record<string, unknown>): boolean =>
  (product.status ?? 'online') === 'online' && product.trading_disabled !== true;

/**
 * Coinbase Exchange, one book with the dollar at a time: open, last and volume of the last 24 hours, as text, without a time.
 * Told in USDT by what a USDT was last known to cost; the book of USDT itself tells that.
 * Source: docs.cdp.coinbase.com, "Get product stats" and "Exchange rate limits".
 */
export const coinbase: Provider = {
  id: 'coinbase',
  label: 'Coinbase Exchange',
  origins: ['https://api.exchange.coinbase.com'],
  scope: 'each',
  // Published: 10 in a second, 15 at once.
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
            PRODUCTS,
            body.flatMap((row: unknown) => (!isRecord(row) ? [null] : isOnline(row) ? [row.id] : [])),
          )
        : failed('bad-shape'),
  },
  decode({ body, at }, [id = ''], usdtUsd) {
    if (!isRecord(body)) return failed('bad-shape');
    if (!NAMES.has(id)) return failed('empty');
    const [open, last, volume] = [own(body, 'open'), own(body, 'last'), own(body, 'volume')];
    const peg = id === 'tether' ? priceText(last) : null;
    const quote = makeQuote({
      last: peg === null ? inUsdt(last, usdtUsd) : '1',
      change24h: changeSince(open, last),
      ...{ source: 'coinbase', at: Number.NaN, answeredAt: at },
      volume24h: inUsdt(product(volume, last), peg ?? usdtUsd),
    });
    if (!quote) return failed('bad-shape');
    return success({ quotes: new Map([[id, quote]]), ...(peg !== null && { usdtUsd: peg }) });
  },
};
