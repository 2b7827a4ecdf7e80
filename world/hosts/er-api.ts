import { type Host, json, notFound } from '../answer.ts';

const DAY = 86_400;

export const erApi: Host = {
  id: 'er-api',
  hosts: ['open.er-api.com'],
  answer({ path, market, now }) {
    const base = /^\/v6\/latest\/([A-Za-z]{3})$/.exec(path)?.[1]?.toUpperCase();
    if (!base) return notFound();
    const perBase = Number(market.usdRates[base]);
    if (!(perBase > 0)) return json({ result: 'error', 'error-type': 'unsupported-code' }, 404);
    const updated = Math.floor(now / 1000 / DAY) * DAY + 151;
    const rates = Object.entries(market.usdRates).map(([code, rate]) => [
      code,
      base === 'USD' ? Number(rate) : Number((Number(rate) / perBase).toFixed(6)),
    ]);
    return json({
      result: 'success',
      provider: 'https://www.exchangerate-api.com',
      documentation: 'https://www.exchangerate-api.com/docs/free',
      terms_of_use: 'https://www.exchangerate-api.com/terms',
      time_last_update_unix: updated,
      time_last_update_utc: utc(updated),
      time_next_update_unix: updated + DAY,
      time_next_update_utc: utc(updated + DAY),
      time_eol_unix: 0,
      base_code: base,
      rates: Object.fromEntries(rates),
    });
  },
  failures: {
    // The limit resets after twenty minutes, which the answer does not say.
    rateLimited: (retryAfter) => ({
      status: 429,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(retryAfter && { 'retry-after': String(retryAfter) }),
      },
      body: '<html><head><title>429 Too Many Requests</title></head><body>429 Too Many Requests</body></html>',
    }),
    wrongShape: () => json({ result: 'success', base_code: 'USD', conversion_rates: { CNY: '7.1758' } }),
  },
};

/** `Fri, 10 Oct 2025 00:02:31 +0000`, their format. */
const utc = (seconds: number): string => new Date(seconds * 1000).toUTCString().replace('GMT', '+0000');
