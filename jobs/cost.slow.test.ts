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
    `# What Tickside requests from the network

jobs/cost.slow.test.ts generates this file and fails when it is out of date (\`npx vitest run -u jobs/cost\` updates it).

Requests by host on a quiet day with the default period of one minute, all sources available, and the reader always present. The size is that of the JSON text. Compressed transfers are about a tenth of it.

| host | requests per day | per hour | JSON, kB per hour |
|---|---|---|---|
${rows.join('\n')}

- The number of open pages does not matter: pages read what the background stored, and pages that find old prices share one refresh. tests/e2e/cost.test.ts counts the same requests with one page open and with fifty.
- Each tick makes at most one write to storage, with the prices and the table for pages (${store.writes.length} writes in the ${HOURS * 60} ticks of this day).
- Ticks are skipped while the screen is locked, and while nobody has used the computer for five minutes and no visible page shows prices.
- Past prices are requested for the coins of an open article and for those in the popup. They are kept.
- Answers with all tickers of an exchange (hundreds of kB) are requested only when the sources before it fail, and never more often than every 30 seconds.
- An answer may take at most 5 seconds and have at most 4 MB.
`,
  ).toMatchFileSnapshot('../docs/requests.md');
}, 120_000);
