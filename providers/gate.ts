import type { Provider } from '../core/sources/price-source.ts';
import { type FailureKind, failed } from '../core/sources/result.ts';
import { isRecord } from '../core/storage/guards.ts';
import { buildBudget, headerNumber } from './lib/parse-values.ts';
import { type RowReader, readTickers } from './lib/read-tickers.ts';
import { listCoins } from './lib/symbol-map.ts';

// USDT has no pair against itself; the others are tokens of competitors.
const UNLISTED = 'tether bitget-token okb leo-token';
const { names: NAMES, ids: IDS } = listCoins(UNLISTED, ({ symbol }) => `${symbol}_USDT`);

const LABELS: ReadonlyMap<unknown, FailureKind> = new Map([
  ['INVALID_CURRENCY_PAIR', 'unknown-symbol'],
  ['INVALID_CURRENCY', 'unknown-symbol'],
  ['TOO_MANY_REQUESTS', 'rate-limited'],
  ['INTERNAL', 'server-error'],
  ['SERVER_ERROR', 'server-error'],
  ['TOO_BUSY', 'server-error'],
]);

/** Returns the failure that `{label, message}` means, with any status; null for other bodies. */
const gateFailureKind = (body: unknown): FailureKind | null =>
  isRecord(body) && typeof body.label === 'string' ? (LABELS.get(body.label) ?? 'refused') : null;

const READER: RowReader = {
  source: 'gate',
  key: 'currency_pair',
  coins: IDS,
  fields: ({ last, change_percentage, quote_volume }) => ({
    last,
    change24h: change_percentage,
    at: Number.NaN,
    volume24h: quote_volume,
  }),
};

/**
 * Gate v4, all spot tickers in one response: strings, the change in percent, no time.
 * Source: Gate API v4, "Retrieve ticker information"; limits and headers from its "Frequency limit rule".
 */
export const gate: Provider = {
  id: 'gate',
  label: 'Gate',
  origins: ['https://api.gateio.ws'],
  scope: 'all',
  // Published: 200 per 10 s.
  limit: { requests: 10, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => NAMES.has(id),
  request: () => '/api/v4/spot/tickers',
  explain({ body, retryAfterMs }) {
    const kind = gateFailureKind(body);
    return kind && failed(kind, retryAfterMs);
  },
  decode({ body, at }, ids) {
    if (!Array.isArray(body)) return failed(gateFailureKind(body) ?? 'bad-shape');
    return readTickers(READER, body, ids, at);
  },
  budget(answer) {
    const reset = headerNumber(answer, 'x-gate-ratelimit-reset-timestamp');
    return buildBudget(
      answer.at,
      headerNumber(answer, 'x-gate-ratelimit-requests-remain'),
      headerNumber(answer, 'x-gate-ratelimit-limit'),
      // Gate sends seconds or milliseconds.
      reset !== null && reset < 1e11 ? reset * 1000 : reset,
    );
  },
};
