import type { CandleSource, Provider } from '../core/sources/price-source.ts';
import { type FailureKind, failed, type Result, success } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { buildBudget, codeText, headerNumber, parseTimestamp, product } from './lib/parse-values.ts';
import { readCandles } from './lib/read-candles.ts';
import { type RowReader, readTickers } from './lib/read-tickers.ts';
import { listCoins } from './lib/symbol-map.ts';

// USDT has no pair against itself; the others are tokens of competitors.
const UNLISTED = 'tether okb bitget-token leo-token gatechain-token';
// The `symbol` of a pair stays the same when its coin is renamed; only `symbolName` changes.
const OLD_CODES: Readonly<Record<string, string>> = { 'bitcoin-cash-sv': 'BCHSV', gala: 'GALAX' };

const kucoinPair = (name: string): string => `${name}-USDT`;
const { names: NAMES, ids: KNOWN } = listCoins(UNLISTED, ({ id, symbol }) =>
  kucoinPair(OLD_CODES[id] ?? symbol),
);
// If such a pair is listed again under the new name, that is read too.
const IDS = new Map([...listCoins(UNLISTED, ({ symbol }) => kucoinPair(symbol)).ids, ...KNOWN]);

const CODES: ReadonlyMap<string, FailureKind> = new Map([
  ['400302', 'geo-blocked'],
  ['429000', 'rate-limited'],
  ['500000', 'server-error'],
  ['900001', 'unknown-symbol'],
]);

/** Returns the failure that `{code, msg}` means; null if the code means success or is missing. */
function kucoinFailureKind(body: unknown): FailureKind | null {
  const code = isRecord(body) ? codeText(getOwn(body, 'code')) : null;
  const words = isRecord(body) ? getOwn(body, 'msg') : undefined;
  if (code === null || code === '200000') return null;
  // One code for all invalid requests.
  if (code === '400100' && typeof words === 'string' && /pair|symbol/i.test(words)) return 'unknown-symbol';
  return CODES.get(code) ?? 'refused';
}

/** Returns `data` of `{code, data}`; null means no result. */
function dataOf(body: unknown): Result<unknown> {
  const kind = kucoinFailureKind(body);
  if (kind) return failed(kind);
  if (!isRecord(body) || codeText(getOwn(body, 'code')) === null) return failed('bad-shape');
  return body.data === null ? failed('empty') : success(body.data);
}

const SECOND = 1_000;
const HOUR = 3_600;
const between = (id: string, type: string, from: number, to: number): string =>
  `/api/v1/market/candles?type=${type}&symbol=${NAMES.get(id) ?? ''}&startAt=${Math.floor(from)}&endAt=${Math.floor(to)}`;

/**
 * Candles newest first, all strings: [start in seconds, open, close, high, low, volume, turnover]. Minutes without a trade are
 * missing. Source: KuCoin's REST documentation, "Get Klines".
 */
const candles: CandleSource = {
  covers: (id) => NAMES.has(id),
  request(id, span, now) {
    const to = now / SECOND;
    return span === 'day'
      ? between(id, '30min', to - 24 * HOUR, to)
      : between(id, '2hour', to - 7 * 24 * HOUR, to);
  },
  requestAt: (id, at) => between(id, '1min', at / SECOND - 180, at / SECOND + 180),
  decode({ body, at }) {
    const data = dataOf(body);
    if (!data.ok) return data;
    if (!Array.isArray(data.value)) return failed('bad-shape');
    return readCandles(
      data.value,
      ([start, open, close]) => ({ at: parseTimestamp(start) * SECOND, open, close }),
      at,
    );
  },
};

/**
 * KuCoin, all spot tickers in one response: strings, the change as a ratio, any field may be null, one time for all.
 * Source: KuCoin's REST documentation, "Get All Tickers" and "Rate Limit".
 */
export const kucoin: Provider = {
  id: 'kucoin',
  label: 'KuCoin',
  origins: ['https://api.kucoin.com'],
  scope: 'all',
  // Weight 15 of 2,000 per 30 s.
  limit: { requests: 10, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => NAMES.has(id),
  request: () => '/api/v1/market/allTickers',
  explain({ status, body, retryAfterMs }) {
    const kind = status >= 400 ? kucoinFailureKind(body) : null;
    return kind && failed(kind, retryAfterMs);
  },
  decode({ body, at }, ids) {
    const data = dataOf(body);
    if (!data.ok) return data;
    if (!isRecord(data.value) || !Array.isArray(data.value.ticker)) return failed('bad-shape');
    const time = parseTimestamp(data.value.time);
    const reader: RowReader = {
      source: 'kucoin',
      key: 'symbol',
      coins: IDS,
      fields: ({ last, changeRate, volValue }) => ({
        last,
        change24h: product(changeRate, 100),
        at: time,
        volume24h: volValue,
      }),
    };
    return readTickers(reader, data.value.ticker, ids, at);
  },
  budget(answer) {
    const resetIn = headerNumber(answer, 'gw-ratelimit-reset');
    return buildBudget(
      answer.at,
      headerNumber(answer, 'gw-ratelimit-remaining'),
      headerNumber(answer, 'gw-ratelimit-limit'),
      resetIn === null ? null : answer.at + resetIn,
    );
  },
  candles,
};
