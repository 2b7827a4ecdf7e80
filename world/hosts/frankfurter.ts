import { type Answer, type Host, json, tagged, type WorldRequest } from '../answer.ts';

// Currencies of the European Central Bank: no Taiwan dollar, ruble or dong.
const V1 = new Set(
  [
    'USD CNY EUR HKD JPY KRW GBP SGD AUD CAD CHF NZD INR IDR THB MYR PHP TRY BRL MXN ZAR SEK NOK DKK PLN CZK HUF',
    'RON ILS ISK BGN',
  ]
    .join(' ')
    .split(' '),
);
const DAY = 86_400_000;
const HEADERS = { 'cache-control': 'public, max-age=86400', 'access-control-allow-origin': '*' };

export const frankfurter: Host = {
  id: 'frankfurter',
  hosts: ['api.frankfurter.dev'],
  answer(request) {
    if (request.path === '/v1/latest') return tagged(request, latestRates(request));
    if (request.path === '/v2/rates') return tagged(request, rates(request));
    const match = /^\/v2\/rate\/([A-Z]{3})\/([A-Z]{3})$/.exec(request.path);
    if (match) return tagged(request, single(request, match[1] ?? '', match[2] ?? ''));
    return missing();
  },
  failures: {
    rateLimited: (retryAfter = 60) =>
      json({ message: 'too many requests' }, 429, { 'retry-after': String(retryAfter) }),
    wrongShape: () => json({ base: 'USD', rates: [['CNY', 7.1758]] }),
  },
};

const missing = (): Answer => json({ message: 'not found' }, 404, HEADERS);
const invalid = (what: string): Answer => json({ message: `invalid currency: ${what}` }, 422, HEADERS);

function latestRates({ query, market, now }: WorldRequest): Answer {
  const base = (query.get('base') ?? 'EUR').toUpperCase();
  if (!V1.has(base)) return missing();
  const chosen = query.get('symbols')?.toUpperCase().split(',') ?? [...V1];
  const known = chosen.filter((code) => V1.has(code) && code !== base);
  if (known.length === 0) return missing();
  const table = Object.fromEntries(known.map((code) => [code, ratio(market.usdRates, base, code)]));
  return json({ amount: 1.0, base, date: workingDay(now), rates: table }, 200, HEADERS);
}

function rates({ query, market, now }: WorldRequest): Answer {
  const base = (query.get('base') ?? 'EUR').toUpperCase();
  const chosen = query.get('quotes')?.toUpperCase().split(',') ?? Object.keys(market.usdRates);
  const unknown = [base, ...chosen].find((code) => !(code in market.usdRates));
  if (unknown) return invalid(unknown);
  // The base is included as a row of its own.
  const codes = [...new Set([base, ...chosen])];
  return json(
    codes.map((quote) => ({ date: workingDay(now), base, quote, rate: ratio(market.usdRates, base, quote) })),
    200,
    HEADERS,
  );
}

function single({ market, now }: WorldRequest, base: string, quote: string): Answer {
  if (!(base in market.usdRates && quote in market.usdRates)) return missing();
  return json(
    { date: workingDay(now), base, quote, rate: ratio(market.usdRates, base, quote) },
    200,
    HEADERS,
  );
}

function ratio(perUsd: Record<string, string | number>, base: string, quote: string): number {
  return Number((Number(perUsd[quote]) / Number(perUsd[base])).toFixed(5));
}

/** Returns the latest business day whose rates are published, at about 15:00 UTC. */
function workingDay(now: number): string {
  let day = new Date(now - 15 * 3_600_000);
  while (day.getUTCDay() % 6 === 0) day = new Date(day.getTime() - DAY);
  return day.toISOString().slice(0, 10);
}
