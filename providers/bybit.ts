import { changeSince } from '../core/market/quote.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { type FailureKind, failed, type Result, success } from '../core/sources/result.ts';
import { isRecord } from '../core/storage/guards.ts';
import { buildBudget, codeText, headerNumber, parseTimestamp, product } from './lib/parse-values.ts';
import { type RowReader, readTickers } from './lib/read-tickers.ts';
import { listCoins } from './lib/symbol-map.ts';

// USDT has no pair against itself; the others were not traded on Bybit in 2026-11.
const UNLISTED = 'tether monero okb bitget-token leo-token kucoin-shares gatechain-token';
const { names: NAMES, ids: IDS } = listCoins(UNLISTED, ({ symbol }) => `${symbol}USDT`);

const CODES: ReadonlyMap<string, FailureKind> = new Map([
  ['10000', 'server-error'],
  ['10006', 'rate-limited'],
  ['10009', 'banned'],
  ['10016', 'server-error'],
  ['10018', 'rate-limited'],
  ['10024', 'geo-blocked'],
]);

/** Published: after "access too frequent", wait for at least ten minutes. */
const TOO_FREQUENT_MS = 10 * 60_000;

/**
 * The two kinds of 403 differ only in their bodies: Bybit's own text for too many requests, or an HTML page of its CDN for a
 * blocked country.
 */
function explainForbidden({ body, text }: Answer): Result<never> | null {
  const message = isRecord(body) ? body.retMsg : (body ?? text);
  const words = typeof message === 'string' ? message : undefined;
  if (words !== undefined && /too (frequent|many)/i.test(words))
    return failed('rate-limited', TOO_FREQUENT_MS);
  if (words === undefined ? body === undefined : /your country|cloudfront/i.test(words)) {
    return failed('geo-blocked');
  }
  return null;
}

/** The rows inside `{retCode, result: {list}}`. */
function bybitRows(body: unknown): Result<readonly unknown[]> {
  const code = isRecord(body) ? codeText(body.retCode) : null;
  if (!isRecord(body) || code === null) return failed('bad-shape');
  const { retMsg, result } = body;
  if (code === '10001' && typeof retMsg === 'string' && /not supported/i.test(retMsg))
    return failed('unknown-symbol');
  if (code !== '0') return failed(CODES.get(code) ?? 'refused');
  return isRecord(result) && Array.isArray(result.list) ? success(result.list) : failed('bad-shape');
}

/**
 * Bybit v5, all spot tickers in one response: strings, the change as a ratio, one time for all.
 * Source: Bybit's v5 documentation, "Get Tickers" and "Rate Limit Rules".
 */
export const bybit: Provider = {
  id: 'bybit',
  label: 'Bybit',
  origins: ['https://api.bybit.com'],
  scope: 'all',
  // Published: 600 in 5 s.
  limit: { requests: 10, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => NAMES.has(id),
  request: () => '/v5/market/tickers?category=spot',
  explain: (answer) => (answer.status === 403 ? explainForbidden(answer) : null),
  decode({ body, at }, ids) {
    const rows = bybitRows(body);
    if (!rows.ok) return rows;
    const time = parseTimestamp(isRecord(body) ? body.time : undefined);
    const reader: RowReader = {
      source: 'bybit',
      key: 'symbol',
      coins: IDS,
      fields: ({ lastPrice, price24hPcnt, prevPrice24h, turnover24h }) => ({
        last: lastPrice,
        at: time,
        volume24h: turnover24h,
        change24h: product(price24hPcnt, 100) ?? changeSince(prevPrice24h, lastPrice),
      }),
    };
    return readTickers(reader, rows.value, ids, at);
  },
  budget: (answer) =>
    buildBudget(
      answer.at,
      headerNumber(answer, 'x-bapi-limit-status'),
      headerNumber(answer, 'x-bapi-limit'),
      headerNumber(answer, 'x-bapi-limit-reset-timestamp'),
    ),
};
