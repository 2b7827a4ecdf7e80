import { type Answer, json, type WorldRequest } from '../answer.ts';
import { candles } from '../market-history.ts';
import { binanceRefusal, weighed } from './binance-answer.ts';
import { binancePairs } from './binance-pairs.ts';

const MINUTE = 60_000;
const INTERVALS: Record<string, number> = {
  '1m': 1,
  '3m': 3,
  '5m': 5,
  '15m': 15,
  '30m': 30,
  '1h': 60,
  '2h': 120,
  '4h': 240,
  '6h': 360,
  '8h': 480,
  '12h': 720,
  '1d': 1440,
  '3d': 4320,
  '1w': 10_080,
};

export function klines(request: WorldRequest): Answer {
  const { query, market, now } = request;
  const [symbol, interval] = [query.get('symbol'), query.get('interval')];
  for (const [name, value] of Object.entries({ symbol, interval })) {
    if (!value) {
      return binanceRefusal(
        400,
        -1102,
        `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`,
      );
    }
  }
  const minutes = INTERVALS[interval ?? ''];
  if (!minutes) return binanceRefusal(400, -1120, 'Invalid interval.');
  const pair = binancePairs(request).get(symbol ?? '');
  const coin = pair && market.coin(pair.coinId);
  if (!coin?.last) return binanceRefusal(400, -1121, 'Invalid symbol.');
  const step = minutes * MINUTE;
  const limit = Math.min(Number(query.get('limit') ?? 500), 1000);
  const end = Math.min(Number(query.get('endTime') ?? now), now);
  const latest = Math.floor(end / step) * step;
  const from = query.has('startTime') ? Number(query.get('startTime')) : latest - (limit - 1) * step;
  const rows = candles(coin, step, from, limit, now)
    .filter(({ openTime }) => openTime <= end)
    .map(({ openTime, closeTime, open, high, low, close }) => [
      openTime,
      ...[open, high, low, close].map((price) => price.toFixed(8)),
      ...['1893.40210000', closeTime, (1893.4021 * close).toFixed(8), 48_211],
      ...['951.22050000', (951.2205 * close).toFixed(8), '0'],
    ]);
  return weighed(json(rows), 2);
}
