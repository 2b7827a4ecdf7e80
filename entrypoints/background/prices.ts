import type { PastPrices } from '../../core/article/article-types.ts';
import { pricesAt } from '../../core/history/historical-price.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { buildPriceTable, priceTableText } from '../../core/page-data/price-table.ts';
import { orderSources } from '../../core/sources/source-order.ts';
import { HEALTH, HISTORY_INDEX, PRICE_TABLE, SETTINGS, SNAPSHOT } from '../../core/storage/items.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { createHistory } from '../../jobs/history.ts';
import { createRefresh } from '../../jobs/refresh.ts';
import { arePricesShown } from '../../platform/active-tab.ts';
import { logBulkFetch, readBulkFetchLog } from '../../platform/bulk-fetch-log.ts';
import { now } from '../../platform/clock.ts';
import { getJson } from '../../platform/http.ts';
import { idleState } from '../../platform/idle.ts';
import { withLock } from '../../platform/locks.ts';
import {
  readHistories,
  readHistoryIndex,
  readItem,
  writeHistories,
  writeItems,
} from '../../platform/stores.ts';
import { wait } from '../../platform/timers.ts';
import { ownFeed } from '../../providers/feed.ts';
import { PROVIDERS, RANKING_PROVIDER, USDT_USD_PROVIDERS } from '../../providers/index.ts';

const ENVIRONMENT = {
  get: getJson,
  now,
  wait,
  logBulkFetch,
  random: Math.random,
};
const withHealthLock = (work: () => Promise<void>): Promise<void> => withLock(HEALTH.key, work);

const createPriceRefresh = () =>
  createRefresh({
    environment: ENVIRONMENT,
    // The table is written with the prices; the lock prevents a concurrent build from older prices or settings.
    withLock: (work) => withHealthLock(() => withLock(PRICE_TABLE.key, work)),
    providers: PROVIDERS,
    ranking: RANKING_PROVIDER,
    usdtUsdSources: USDT_USD_PROVIDERS,
    fxSources: FX_SOURCES,
    feed: ownFeed,
    settings: async () => (await readItem(SETTINGS)).settings,
    read: async () => {
      const [snapshot, health, bulk] = await Promise.all([
        readItem(SNAPSHOT),
        readItem(HEALTH),
        readBulkFetchLog(),
      ]);
      return { snapshot, health: { ...health, bulk: { ...health.bulk, ...bulk } } };
    },
    write: async ({ snapshot, health }) => {
      const { settings } = await readItem(SETTINGS);
      await writeItems({
        // Prices and the table for pages in one write.
        ...(snapshot && {
          [SNAPSHOT.key]: snapshot,
          [PRICE_TABLE.key]: priceTableText(buildPriceTable(snapshot, COIN_BY_ID, settings)),
        }),
        ...(health && { [HEALTH.key]: health }),
      });
    },
  });

const createHistoryFetch = () =>
  createHistory({
    environment: ENVIRONMENT,
    withLock: withHealthLock,
    providers: async () => {
      const { settings } = await readItem(SETTINGS);
      return orderSources(PROVIDERS, settings, (await readItem(HEALTH)).hosts);
    },
    read: async (ids) => ({
      histories: await readHistories(ids),
      index: await readHistoryIndex(),
      health: await readItem(HEALTH),
      usdtUsd: (await readItem(SNAPSHOT)).usdtUsd?.rate,
    }),
    readHealth: () => readItem(HEALTH),
    write: ({ histories, index, health, dropped }) =>
      writeHistories(histories, dropped, { [HISTORY_INDEX.key]: index, [HEALTH.key]: health }),
  });

/** Creates the price jobs with the real network, clock and storage. */
export function createPrices() {
  const refresh = createPriceRefresh();
  const fetchHistory = createHistoryFetch();
  const pastPrices = async (ids: readonly string[], at: number | null): Promise<PastPrices> =>
    at === null ? {} : pricesAt(await readHistories(ids), at);
  return {
    pastPrices,
    /** Fetches past prices that are not stored yet. */
    history: async (ids: readonly string[], at: number): Promise<PastPrices> => {
      await fetchHistory(ids, at, []);
      return pastPrices(ids, at);
    },
    /** Fetches the last 24 hours of a coin. */
    day: (id: string): Promise<void> => fetchHistory([id], null, ['day']),
    /** Skips the refresh while the reader is away, unless a visible page shows prices: readers may not touch anything for long. */
    tick: async (): Promise<void> => {
      const reader = await idleState();
      if (reader === 'present' || (reader === 'away' && (await arePricesShown()))) await refresh(false);
    },
    /** @param userInitiated the reader requested it; other refreshes are skipped while the screen is locked */
    refresh: async (userInitiated: boolean): Promise<void> => {
      if (userInitiated || (await idleState()) !== 'locked') await refresh(userInitiated);
    },
  };
}
