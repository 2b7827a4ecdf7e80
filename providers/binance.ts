import { changeSince } from '../core/market/quote.ts';
import type { CandleSource, Provider } from '../core/sources/price-source.ts';
import { failed } from '../core/sources/result.ts';
import { isRecord } from '../core/storage/guards.ts';
import { buildBudget, headerNumber, parseTimestamp } from './lib/parse-values.ts';
import { readCandles } from './lib/read-candles.ts';
import { type RowReader, readTickers } from './lib/read-tickers.ts';
import { listCoins, readListing } from './lib/symbol-map.ts';

// USDT has no pair against itself; the others were not traded on Binance in 2026-11.
const UNLISTED = `
tether hyperliquid monero dai okb crypto-com-chain bitcoin-cash-sv fartcoin kaspa mantle bitget-token leo-token
kucoin-shares gatechain-token story-2 tether-gold
`;
const RENAMED: Readonly<Record<string, string>> = { bittorrent: 'BTTC' };

const { names: SYMBOLS, ids: IDS } = listCoins(UNLISTED, ({ id, symbol }) => `${RENAMED[id] ?? symbol}USDT`);

const MINUTE = 60_000;
const WEIGHT_A_MINUTE = 6_000;
const SPANS = { day: 'interval=30m&limit=48', week: 'interval=2h&limit=84' };

/**
 * Klines: arrays of [open time, open, high, low, close, volume, close time, …], oldest first; weight 2.
 * Source: binance-spot-api-docs, rest-api.md, "Kline/Candlestick data".
 */
const candles: CandleSource = {
  covers: (id) => SYMBOLS.has(id),
  request: (id, span) => `/api/v3/klines?symbol=${SYMBOLS.get(id) ?? ''}&${SPANS[span]}`,
  requestAt: (id, at) =>
    `/api/v3/klines?symbol=${SYMBOLS.get(id) ?? ''}&interval=1m&startTime=${Math.floor(at / MINUTE - 2) * MINUTE}&limit=5`,
  decode({ body, at }) {
    if (!Array.isArray(body)) return failed('bad-shape');
    return readCandles(
      body,
      ([opened, open, , , close, , closed]) => ({
        at: parseTimestamp(opened),
        ms: parseTimestamp(closed) + 1 - parseTimestamp(opened),
        open,
        close,
      }),
      at,
    );
  },
};

const READER: RowReader = {
  source: 'binance',
  key: 'symbol',
  coins: IDS,
  fields: ({ lastPrice, priceChangePercent, openPrice, closeTime, quoteVolume }) => ({
    last: lastPrice,
    // Short rows have no percentage.
    change24h: priceChangePercent ?? changeSince(openPrice, lastPrice),
    at: parseTimestamp(closeTime),
    volume24h: quoteVolume,
  }),
};

/**
 * Binance spot, rolling 24-hour tickers. One batch of at most 100 symbols has a weight of 40, of 6,000 per minute.
 * Source: binance-spot-api-docs, rest-api.md, "24hr ticker price change statistics".
 */
export const binance: Provider = {
  id: 'binance',
  label: 'Binance',
  origins: ['https://data-api.binance.vision', 'https://api.binance.com'],
  scope: 'batch',
  // Weight: 6,000 per minute; 40 for a batch, 4 for the list of prices, 2 for klines.
  limit: { requests: 60, perMs: MINUTE },
  freshMs: 5 * MINUTE,
  covers: (id) => SYMBOLS.has(id),
  request(ids) {
    const symbols = ids.flatMap((id) => SYMBOLS.get(id) ?? []);
    // TRADING drops suspended pairs, whose tickers keep the last trade.
    return `/api/v3/ticker/24hr?symbols=${encodeURIComponent(JSON.stringify(symbols))}&symbolStatus=TRADING`;
  },
  // One unknown symbol makes the whole batch fail with this error, which does not name it.
  explain: ({ status, body }) =>
    status === 400 && isRecord(body) && body.code === -1121 ? failed('unknown-symbol') : null,
  listing: {
    // The prices of all pairs, some 150 kB, weight 4: the cheapest list of symbols.
    path: '/api/v3/ticker/price',
    decode({ body }) {
      if (!Array.isArray(body)) return failed('bad-shape');
      return readListing(
        IDS,
        body.map((row: unknown) => (isRecord(row) ? row.symbol : undefined)),
      );
    },
  },
  decode({ body, at }, ids) {
    if (!Array.isArray(body)) return failed('bad-shape');
    return readTickers(READER, body, ids, at);
  },
  // Weight used in the current minute.
  budget(answer) {
    const used = headerNumber(answer, 'x-mbx-used-weight-1m');
    const left = used === null ? null : WEIGHT_A_MINUTE - used;
    return buildBudget(answer.at, left, WEIGHT_A_MINUTE, (Math.floor(answer.at / MINUTE) + 1) * MINUTE);
  },
  candles,
};
