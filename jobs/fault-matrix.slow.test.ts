import { expect, inject, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { freshness, primarySourceOfSnapshot } from '../core/market/freshness.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { PROVIDERS } from '../providers/index.ts';
import { createStore, depsOn, hostsOf, reachOf } from '../tests/background.ts';
import { VirtualTime } from '../tests/virtual-time.ts';
import { VirtualWorld } from '../tests/virtual-world.ts';
import type { Fault } from '../world/faults.ts';
import { createRefresh } from './refresh.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-24T12:00:00Z');

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['refused', { kind: 'refuse' }],
  ['hangs', { kind: 'hang' }],
  ['slow body', { kind: 'slow-body' }],
  ['429', { kind: 'rate-limited', retryAfter: 30 }],
  ['418', { kind: 'banned', retryAfter: 120 }],
  ['451', { kind: 'geo-blocked' }],
  ['403 HTML', { kind: 'forbidden-html' }],
  ['402', { kind: 'payment-required' }],
  ['503', { kind: 'server-error' }],
  ['truncated', { kind: 'truncated-json' }],
  ['wrong shape', { kind: 'wrong-shape' }],
  ['unknown symbol', { kind: 'unknown-symbol', symbol: 'SOL' }],
  ['frozen', { kind: 'frozen-price' }],
  ['absurd price', { kind: 'absurd-price', coin: 'solana', factor: 1000 }],
  ['redirect', { kind: 'redirect' }],
  ['HTML 200', { kind: 'html-200' }],
];

const IDS = COINS.map(({ id }) => id);

/** State of a user whose first source is `first`: good prices, then the fault starts a minute later. */
async function refreshWithFault(first: Provider, fault: Fault) {
  const time = new VirtualTime(START);
  const world = new VirtualWorld(time, { market: 'simulated', seed: inject('seed') });
  const store = createStore();
  const refresh = createRefresh(depsOn(reachOf(world), store, { sourceOrder: [first.id] }));
  void refresh(false);
  await time.runUntil(START + MINUTE);
  const { snapshot: before } = await store.read();
  for (const host of hostsOf([first])) world.fault(host, fault);
  let finishedAt = 0;
  // A source without timestamps is found to be frozen only after some minutes.
  const minutes = fault.kind === 'frozen-price' ? 6 : 1;
  for (let minute = 1; minute <= minutes; minute += 1) {
    world.requests.splice(0);
    void refresh(false).then(() => {
      finishedAt = time.now();
    });
    await time.runUntil(START + (minute + 1) * MINUTE - 1);
  }
  expect(finishedAt).toBeGreaterThan(0);
  const { snapshot: after } = await store.read();
  const primarySource = primarySourceOfSnapshot(after, IDS.slice(0, 10));
  const conditions = { now: finishedAt, periodMs: MINUTE, online: true };
  return {
    before,
    after,
    world,
    source: primarySource.source,
    state: freshness(primarySource.at, after.trouble !== null, conditions),
    requests: world.requests.length,
  };
}

const losses = (before: Snapshot, after: Snapshot): string[] =>
  Object.keys(before.quotes).filter((id) => !after.quotes[id]);

test('every source with every fault: another source serves, the state is correct, no price is lost', async () => {
  const label = (id: string | null): string =>
    PROVIDERS.find((provider) => provider.id === id)?.label ?? 'nobody';
  const rows: string[] = [];
  for (const [name, fault] of FAULTS) {
    const cells: string[] = [];
    for (const provider of PROVIDERS) {
      const { before, after, world, source, state, requests } = await refreshWithFault(provider, fault);
      const what = `${provider.id}, ${name}`;
      expect(Object.keys(before.quotes).length, what).toBe(COINS.length);
      expect(losses(before, after), what).toEqual([]);
      // CoinPaprika's figures are ten minutes old on arrival.
      if (source !== 'coinpaprika') expect(state, what).toBe('live');
      expect(after.trouble, what).toBeNull();
      // Whatever the fault, the shown price is the market price.
      for (const id of ['bitcoin', 'solana']) {
        const [shown, market] = [Number(after.quotes[id]?.last), Number(world.market.coin(id)?.last)];
        expect(Math.abs(shown / market - 1), `${what}: ${id}`).toBeLessThan(0.05);
      }
      if (!['unknown-symbol', 'absurd-price'].includes(fault.kind))
        expect(source, what).not.toBe(provider.id);
      cells.push(`${label(source)} · ${state} · ${requests}`);
    }
    rows.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  const head = ['', ...PROVIDERS.map((provider) => provider.label)];
  const table = [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows].join('\n');
  await expect(
    `# When a source fails

jobs/fault-matrix.slow.test.ts generates this file and fails when it is out of date (\`npx vitest run -u jobs/fault-matrix\` updates it).

In each case the reader has put the source of the column first and has good prices from it. A minute later the fault of the row begins on all of its hosts. Each cell shows the source that provides the prices after the next refresh (for constant prices, after six refreshes: some sources do not date their prices), the state in the panel, and the number of requests of that last refresh. Jobs and decoders are the real ones. The answers come from \`world/\` in their real wire formats. In every case no price is lost, and the prices shown are those of the market.

${table}
`,
  ).toMatchFileSnapshot('../docs/fault-matrix.md');
}, 120_000);
