import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { pageContextText } from '../../core/page-data/page-context.ts';
import { priceTableText } from '../../core/page-data/price-table.ts';
import { sourceTable } from '../../core/sources/source-info.ts';
import { PAGE_CONTEXT, PRICE_TABLE, SETTINGS, SNAPSHOT } from '../../core/storage/items.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { createPagePublisher } from '../../jobs/publish-page-data.ts';
import { OVERLAY } from '../../locales/index.ts';
import { withLock } from '../../platform/locks.ts';
import { readItem, writeIfNew } from '../../platform/stores.ts';
import { uiLanguage } from '../../platform/ui-language.ts';
import { PROVIDERS } from '../../providers/index.ts';

/** Builds the data for pages, and stores it if it differs. A refresh stores the price table itself, together with the prices. */
export const createPageData = (): (() => Promise<void>) =>
  createPagePublisher({
    coins: COIN_BY_ID,
    words: OVERLAY,
    sources: sourceTable([...PROVIDERS, ...FX_SOURCES]),
    tag: uiLanguage(),
    withLock: (work) => withLock(PRICE_TABLE.key, work),
    read: async () => ({
      snapshot: await readItem(SNAPSHOT),
      settings: (await readItem(SETTINGS)).settings,
    }),
    write: async (table, context) => {
      await writeIfNew(PRICE_TABLE, priceTableText(table));
      await writeIfNew(PAGE_CONTEXT, pageContextText(context));
    },
  });
