import { changeSince } from '../core/market/quote.ts';
import type { CandleSource, Provider } from '../core/sources/price-source.ts';
import { type FailureKind, failed, type Result, success } from '../core/sources/result.ts';
import { isRecord } from '../core/storage/guards.ts';
import { codeText, parseTimestamp } from './lib/parse-values.ts';
import { readCandles } from './lib/read-candles.ts';
import { type RowReader, readTickers } from './lib/read-tickers.ts';
import { listCoins } from './lib/symbol-map.ts';

// USDT has no pair against itself.
const { names: NAMES, ids: IDS } = listCoins('tether', ({ symbol }) => `${symbol}-USDT`);

const MINUTE = 60_000;
const SPANS = { day: 'bar=30m&limit=48', week: 'bar=2H&limit=84' };

// Errors have HTTP status 200; the codes are from the API guide's section on errors.
const CODES: ReadonlyMap<string, FailureKind> = new Map([
  ['50001', 'server-error'],
  ['50004', 'server-error'],
  ['50011', 'rate-limited'],
  ['50013', 'server-error'],
  ['50026', 'server-error'],
  ['50061', 'rate-limited'],
]);

/** Returns the rows of `{code, msg, data}`. */
function okxRows(body: unknown): Result<readonly unknown[]> {
  const code = isRecord(body) ? codeText(body.code) : null;
  if (!isRecord(body) || code === null) return failed('bad-shape');
  if (code !== '0') return failed(CODES.get(code) ?? 'refused');
  return Array.isArray(body.data) ? success(body.data) : failed('bad-shape');
}

/**
 * Candles newest first, all strings: [start, open, high, low, close, volume, …, confirmed]. A pair that is not listed is code
 * 51001. Source: OKX API guide, "GET / Candlesticks" and "GET / Candlesticks history".
 */
const candles: CandleSource = {
  covers: (id) => NAMES.has(id),
  request: (id, span) => `/api/v5/market/candles?instId=${NAMES.get(id) ?? ''}&${SPANS[span]}`,
  // `after` pages backwards: it returns older candles.
  requestAt: (id, at) =>
    `/api/v5/market/history-candles?instId=${NAMES.get(id) ?? ''}&bar=1m&after=${Math.floor(at / MINUTE + 3) * MINUTE}&limit=5`,
  decode({ body, at }) {
    if (isRecord(body) && codeText(body.code) === '51001') return failed('unknown-symbol');
    const rows = okxRows(body);
    if (!rows.ok) return rows;
    return readCandles(
      rows.value,
      ([start, open, , , close]) => ({ at: parseTimestamp(start), open, close }),
      at,
    );
  },
};

const READER: RowReader = {
  source: 'okx',
  key: 'instId',
  coins: IDS,
  fields: ({ last, open24h, ts, volCcy24h }) => ({
    last,
    change24h: changeSince(open24h, last),
    at: parseTimestamp(ts),
    volume24h: volCcy24h,
  }),
};

/**
 * OKX v5, all spot tickers in one response of some hundred kB, so it is requested only if a source before it fails. The 24-hour
 * change is computed from `open24h`. All values are strings; an empty one means none.
 * Source: OKX API guide, "GET / Tickers".
 */
export const okx: Provider = {
  id: 'okx',
  label: 'OKX',
  origins: ['https://www.okx.com'],
  scope: 'all',
  // Published: 20 per 2 s.
  limit: { requests: 10, perMs: 10_000 },
  freshMs: 5 * MINUTE,
  covers: (id) => NAMES.has(id),
  request: () => '/api/v5/market/tickers?instType=SPOT',
  decode({ body, at }, ids) {
    const rows = okxRows(body);
    if (!rows.ok) return rows;
    return readTickers(READER, rows.value, ids, at);
  },
  candles,
};
