import { afterEach, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { isSourceRequest, useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

/** A real wait: only the alarm may cause requests or writes in this time, however many pages are open. */
const gap = (): Promise<void> => new Promise((done) => setTimeout(done, 5_200));
const TICKS = 2;
const MANY = 50;

/** The requests to sources and the writes to storage of some ticks of the alarm. */
async function costOfTicks() {
  const worker = await stage.chromium.worker();
  await worker.evaluate(() => {
    const scope = globalThis as unknown as {
      chrome: typeof import('webextension-polyfill');
      writes: number;
      counting?: boolean;
    };
    scope.writes = 0;
    if (scope.counting) return;
    scope.counting = true;
    scope.chrome.storage.local.onChanged.addListener(() => {
      scope.writes += 1;
    });
  });
  stage.world.clearRequests();
  for (let tick = 0; tick < TICKS; tick += 1) {
    await gap();
    stage.world.market.set('bitcoin', { last: `10600${tick}.5` });
    await stage.tick();
  }
  await gap();
  const writes = await worker.evaluate(() => (globalThis as unknown as { writes: number }).writes);
  return { asked: stage.world.requests.filter(isSourceRequest).map(({ host }) => host), writes };
}

it('fifty open pages cause no more requests and writes than one', async () => {
  // Including the page's own requests: the histories of its coins are stored when they arrive.
  await stage.panel(
    await stage.open(PAGES.light),
    ({ state, mentioned: [first] }) => state === 'live' && Boolean(first?.since),
  );
  const one = await costOfTicks();
  for (let page = 1; page < MANY; page += 1) await stage.open(PAGES.light);
  const many = await costOfTicks();
  expect(one.asked).toEqual(Array.from({ length: TICKS }, () => 'data-api.binance.vision'));
  expect(many).toEqual(one);
  expect(one.writes).toBe(TICKS);
});
