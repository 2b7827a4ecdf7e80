import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import type { MarketCoin } from '../market.ts';
import { hashOf, padded, placesOf } from '../number.ts';

const UNLISTED = new Set(['tether', 'bitget-token', 'okb', 'leo-token']);

export const gate: Host = {
  id: 'gate',
  hosts: ['api.gateio.ws'],
  answer(request) {
    if (request.path === '/api/v4/spot/tickers') return gateTickers(request);
    return request.path === '/api/v4/spot/time' ? json({ server_time: request.now }) : notFound();
  },
  failures: {
    rateLimited: (retryAfter) =>
      json(
        { label: 'TOO_MANY_REQUESTS', message: 'Request Rate limit Exceeded' },
        429,
        retryAfterHeader(retryAfter),
      ),
    wrongShape: () => json({ BTC_USDT: { last: 105239.09 } }),
  },
};

/** Returns an array even for a single pair. */
function gateTickers({ query, market, now }: WorldRequest): Answer {
  // While requests remain, the reset time is the current time.
  const limits = {
    'x-gate-ratelimit-requests-remain': '198',
    'x-gate-ratelimit-limit': '200',
    'x-gate-ratelimit-reset-timestamp': String(Math.floor(now / 1000)),
  };
  const pair = query.get('currency_pair');
  const listed = market.coins().filter(({ id, last }) => last !== '' && !UNLISTED.has(id));
  const rows = listed.map(gateRow);
  if (pair === null) return json(rows, 200, limits);
  if (pair === 'TON_USDT') {
    return json({ label: 'INVALID_CURRENCY', message: 'currency TON is delisted' }, 400);
  }
  const row = rows.find(({ currency_pair }) => currency_pair === pair);
  if (row) return json([row], 200, limits);
  return json({ label: 'INVALID_CURRENCY_PAIR', message: `Invalid currency pair ${pair}` }, 400);
}

function gateRow({ symbol, last, change24h }: MarketCoin): Record<string, string> {
  const volume = 500_000 + (hashOf(`gate${symbol}`) % 120_000_000);
  const scaled = (factor: number): string => (Number(last) * factor).toFixed(placesOf(last));
  return {
    currency_pair: `${symbol}_USDT`,
    last,
    lowest_ask: last,
    highest_bid: last,
    change_percentage: padded(change24h, 2),
    base_volume: (volume / Number(last)).toFixed(6),
    quote_volume: String(volume),
    high_24h: scaled(1.012),
    low_24h: scaled(0.986),
  };
}
