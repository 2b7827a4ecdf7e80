import { expect, test } from 'vitest';
import { createStore, depsOn, reachOf } from '../tests/background.ts';
import { VirtualTime } from '../tests/virtual-time.ts';
import { VirtualWorld } from '../tests/virtual-world.ts';
import { createRefresh } from './refresh.ts';

const MINUTE = 60_000;
const HOURS = 24;
const START = Date.parse('2026-11-24T00:00:00Z');

test('what a quiet day costs at the default period', async () => {
  const time = new VirtualTime(START);
  // A fixed seed: the document below describes this day.
  const world = new VirtualWorld(time, { market: 'simulated', seed: 11 });
  const store = createStore();
  const refresh = createRefresh(depsOn(reachOf(world), store));
  for (let minute = 0; minute < HOURS * 60; minute += 1) {
    void refresh(false);
    await time.runUntil(START + (minute + 1) * MINUTE);
  }
  expect(store.writes.length).toBeLessThanOrEqual(HOURS * 60);
  const hosts = [...new Set(world.requests.map(({ host }) => host))].sort();
  // On a quiet day almost all requests go to the first source, the ranking and the exchange rates.
  const usualHosts = ['api.coingecko.com', 'data-api.binance.vision', 'open.er-api.com'];
  expect(hosts).toEqual(expect.arrayContaining(usualHosts));
  expect(world.requests.filter(({ host }) => !usualHosts.includes(host)).length).toBeLessThanOrEqual(12);
  const rows = hosts.map((host) => {
    const seen = world.requests.filter((request) => request.host === host);
    const kB = Math.round(seen.reduce((sum, { bytes }) => sum + bytes, 0) / HOURS / 1000);
    return `| ${host} | ${seen.length} | ${(seen.length / HOURS).toFixed(1)} | ${kB} |`;
  });
  await expect(
    `# What Tickside asks of the network

Written by jobs/cost.slow.test.ts, which fails when this is no longer true (\`npx vitest run -u jobs/cost\` writes it anew).

A quiet day at the default period of a minute, every source well, the reader always there: requests by host. The size is that of the JSON text; what travels is packed, about a tenth of it.

| host | requests a day | an hour | JSON, kB an hour |
|---|---|---|---|
${rows.join('\n')}

- The number of open pages changes nothing: pages read what the background stored, and those that find it old share one refresh. tests/e2e/cost.test.ts counts the same requests with one page open and with fifty.
- One write to storage a tick at the most, prices and what pages print of them together (${store.writes.length} in this day's ${HOURS * 60} ticks).
- While nobody has touched the machine for five minutes and no page in front shows prices, or the screen is locked, ticks are skipped.
- Past prices are fetched for the coins that an article names while it is open, and for those the popup shows; they are kept.
- Answers with all tickers of an exchange (hundreds of kB) are asked for only when the sources before it fail, and never more often than every 30 seconds.
- No answer may take longer than 5 seconds or be larger than 4 MB.
`,
  ).toMatchFileSnapshot('../docs/requests.md');
}, 120_000);
