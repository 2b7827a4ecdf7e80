import { type Answer, type Host, json, tagged, type WorldRequest } from '../answer.ts';

/** One daily table at two addresses; its README asks clients to use the second if the first fails. */
function answer(request: WorldRequest, folder: string): Answer {
  const { path, market, now } = request;
  const match = new RegExp(`^${folder}/v1/currencies/([a-z0-9]+)(?:\\.min)?\\.json$`).exec(path);
  const base = match?.[1]?.toUpperCase() ?? '';
  const perBase = Number(market.usdRates[base]);
  if (!(perBase > 0)) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' };
  const fiat = Object.entries(market.usdRates).map(([code, rate]) => [
    code.toLowerCase(),
    Number((Number(rate) / perBase).toPrecision(8)),
  ]);
  const btc = Number((1 / (Number(market.coin('bitcoin')?.last) * perBase)).toPrecision(8));
  const date = new Date(now - 86_400_000).toISOString().slice(0, 10);
  const table = { date, [base.toLowerCase()]: Object.fromEntries([...fiat, ['btc', btc]]) };
  return tagged(request, json(table, 200, { 'access-control-allow-origin': '*' }));
}

const failures = { wrongShape: () => json({ date: '2025-10-09', usd: 7.1758 }) };

export const jsdelivr: Host = {
  id: 'currency-api-jsdelivr',
  hosts: ['cdn.jsdelivr.net'],
  answer: (request) => answer(request, '/npm/@fawazahmed0/currency-api@latest'),
  failures,
};

export const pagesDev: Host = {
  id: 'currency-api-pages',
  hosts: ['latest.currency-api.pages.dev'],
  answer: (request) => answer(request, ''),
  failures,
};
