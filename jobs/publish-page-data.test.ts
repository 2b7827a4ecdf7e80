import { expect, test } from 'vitest';
import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import { EMPTY_SNAPSHOT } from '../core/market/snapshot.ts';
import type { PageContext } from '../core/page-data/page-context.ts';
import type { PriceTable } from '../core/page-data/price-table.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings.ts';
import { OVERLAY } from '../locales/index.ts';
import { withLock } from '../platform/locks.ts';
import { createPagePublisher } from './publish-page-data.ts';

function job(read: () => Promise<Settings>, tag = 'zh-CN') {
  const written: [PriceTable, PageContext][] = [];
  const prepare = createPagePublisher({
    coins: COIN_BY_ID,
    words: OVERLAY,
    sources: {},
    tag,
    withLock: (work) => withLock('board', work),
    read: async () => ({ snapshot: EMPTY_SNAPSHOT, settings: await read() }),
    write: async (...both) => void written.push(both),
  });
  return { prepare, written };
}

test('pages get the settings that concern them, and no others', async () => {
  const { prepare, written } = job(async () => ({
    ...DEFAULT_SETTINGS,
    mirrors: { okx: 'https://a.example' },
  }));
  await prepare();
  const [[priceTable, pageContext] = []] = written;
  expect(priceTable?.order).toHaveLength(COIN_BY_ID.size);
  expect(pageContext?.settings).not.toHaveProperty('mirrors');
  expect(pageContext?.settings.rows).toBe(10);
});

test('the region follows the setting, or the browser if there is none', async () => {
  const automatic = job(async () => DEFAULT_SETTINGS);
  await automatic.prepare();
  expect(automatic.written[0]?.[1].disclaimers.en).toMatchObject({ lang: 'zh-Hans', id: 'cn-zh-Hans-en@2' });
  const chosen = job(async () => ({ ...DEFAULT_SETTINGS, region: 'generic' as const }));
  await chosen.prepare();
  expect(chosen.written[0]?.[1].disclaimers.en).toMatchObject({ regional: '', id: 'generic-en@1' });
});

test('the last call writes last, even if an earlier one is slow or fails', async () => {
  let resume = (): void => {};
  const slow = new Promise<void>((done) => {
    resume = done;
  });
  const answers = [
    async () => {
      await slow;
      return { ...DEFAULT_SETTINGS, rows: 3 };
    },
    async () => Promise.reject(new Error('no storage')),
    async () => ({ ...DEFAULT_SETTINGS, rows: 5 }),
  ];
  const { prepare, written } = job(async () => (await answers.shift()?.()) ?? DEFAULT_SETTINGS);
  const calls = [prepare(), prepare(), prepare()];
  resume();
  await Promise.allSettled(calls);
  expect(written.map(([, { settings }]) => settings.rows)).toEqual([3, 5]);
});
