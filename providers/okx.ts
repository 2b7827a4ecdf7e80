import * as v from 'valibot';
import { COINS } from '../core/catalogue.ts';
import { type FailureKind, failed, success } from '../core/failure.ts';
import type { Provider } from '../core/provider.ts';
import { changeSince, makeQuote, type Quote } from '../core/quote.ts';

const PAIRS = new Map(
  COINS.filter((coin) => coin.id !== 'tether').map((coin) => [`${coin.symbol}-USDT`, coin.id]),
);
const LISTED = new Set(PAIRS.values());

const Envelope = v.object({ code: v.string(), data: v.array(v.unknown()) });
const Row = v.object({ instId: v.string(), last: v.string(), open24h: v.string(), ts: v.string() });

// Errors come inside HTTP 200; codes from the API guide's error section.
const CODES: ReadonlyMap<string, FailureKind> = new Map([
  ['50001', 'server-error'],
  ['50011', 'rate-limited'],
  ['50026', 'server-error'],
]);

/**
 * OKX v5, all spot tickers in one answer of some hundred kB, so asked only when a source before it fails. The 24-hour
 * change is computed from `open24h`; every value is text, and empty text stands for none.
 * Source: OKX API guide, "GET / Tickers".
 */
export const okx: Provider = {
  id: 'okx',
  label: 'OKX',
  origins: ['https://www.okx.com'],
  scope: 'all',
  // Published: 20 in 2 s.
  limit: { requests: 10, perMs: 10_000 },
  freshMs: 5 * 60_000,
  covers: (id) => LISTED.has(id),
  request: () => '/api/v5/market/tickers?instType=SPOT',
  decode({ body, at }, ids) {
    const envelope = v.safeParse(Envelope, body);
    if (!envelope.success) return failed('bad-shape');
    const { code, data } = envelope.output;
    if (code !== '0') return failed(CODES.get(code) ?? 'refused');
    const wanted = new Set(ids);
    const quotes = new Map<string, Quote>();
    for (const item of data) {
      const row = v.safeParse(Row, item);
      const id = row.success ? PAIRS.get(row.output.instId) : undefined;
      if (!row.success || !id || !wanted.has(id)) continue;
      const { last, open24h, ts } = row.output;
      const quote = makeQuote({
        last,
        change24h: changeSince(open24h, last),
        source: 'okx',
        at: Number(ts),
        answeredAt: at,
      });
      if (quote) quotes.set(id, quote);
    }
    return quotes.size > 0 ? success({ quotes }) : failed(data.length > 0 ? 'bad-shape' : 'empty');
  },
};
