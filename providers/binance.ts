import * as v from 'valibot';
import { COINS } from '../core/catalogue.ts';
import { failed, success } from '../core/failure.ts';
import type { Provider } from '../core/provider.ts';
import { makeQuote, type Quote } from '../core/quote.ts';

// USDT has no pair against itself; the others were not traded there when this was written (2026-11).
const UNLISTED = new Set(
  [
    'tether hyperliquid monero dai okb crypto-com-chain bitcoin-cash-sv fartcoin kaspa mantle bitget-token leo-token',
    'kucoin-shares gatechain-token story-2 tether-gold',
  ]
    .join(' ')
    .split(' '),
);
const RENAMED: Readonly<Record<string, string>> = { bittorrent: 'BTTC' };

const SYMBOLS = new Map(
  COINS.filter((coin) => !UNLISTED.has(coin.id)).map((coin) => [
    coin.id,
    `${RENAMED[coin.id] ?? coin.symbol}USDT`,
  ]),
);

const Row = v.object({
  symbol: v.string(),
  lastPrice: v.string(),
  priceChangePercent: v.string(),
  closeTime: v.number(),
});

// One unknown symbol makes the whole batch fail with this, without saying which.
const UnknownSymbol = v.object({ code: v.literal(-1121) });

/**
 * Binance spot, rolling 24-hour tickers. One batch of at most 100 symbols weighs 40 of 6,000 a minute.
 * Source: binance-spot-api-docs, rest-api.md, "24hr ticker price change statistics".
 */
export const binance: Provider = {
  id: 'binance',
  label: 'Binance',
  origins: ['https://data-api.binance.vision', 'https://api.binance.com'],
  scope: 'batch',
  // 6,000 weight a minute; the batch weighs 40, a list of prices 4, a kline 2.
  limit: { requests: 60, perMs: 60_000 },
  freshMs: 5 * 60_000,
  covers: (id) => SYMBOLS.has(id),
  request(ids) {
    const symbols = ids.flatMap((id) => SYMBOLS.get(id) ?? []);
    // TRADING drops suspended pairs, which would go on answering with their last trade.
    return `/api/v3/ticker/24hr?symbols=${encodeURIComponent(JSON.stringify(symbols))}&symbolStatus=TRADING`;
  },
  explain: ({ status, body }) =>
    status === 400 && v.is(UnknownSymbol, body) ? failed('unknown-symbol') : null,
  listing: {
    // Every pair's price, some 150 kB, weight 4: the lightest way to learn which symbols exist.
    path: '/api/v3/ticker/price',
    decode({ body }) {
      const rows = v.safeParse(v.array(v.object({ symbol: v.string() })), body);
      if (!rows.success) return failed('bad-shape');
      const known = new Set(rows.output.map((row) => row.symbol));
      const listed = new Set([...SYMBOLS].flatMap(([id, symbol]) => (known.has(symbol) ? [id] : [])));
      // A list of none of them says that the list is wrong, not that all coins are gone.
      return listed.size > 0 ? success(listed) : failed('empty');
    },
  },
  decode({ body, at }, ids) {
    if (!Array.isArray(body)) return failed('bad-shape');
    const rows = new Map<string, v.InferOutput<typeof Row>>();
    for (const item of body) {
      const row = v.safeParse(Row, item);
      if (row.success) rows.set(row.output.symbol, row.output);
    }
    const quotes = new Map<string, Quote>();
    for (const id of ids) {
      const row = rows.get(SYMBOLS.get(id) ?? '');
      const quote =
        row &&
        makeQuote({
          last: row.lastPrice,
          change24h: row.priceChangePercent,
          source: 'binance',
          at: row.closeTime,
          answeredAt: at,
        });
      if (quote) quotes.set(id, quote);
    }
    return quotes.size > 0 ? success({ quotes }) : failed(body.length > 0 ? 'bad-shape' : 'empty');
  },
};
