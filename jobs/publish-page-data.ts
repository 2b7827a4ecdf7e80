import { regionFor } from '../core/disclaimer/detect-region.ts';
import { pageDisclaimers } from '../core/disclaimer/regional.ts';
import type { CoinList } from '../core/market/coin.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import { CURRENCY_DEFAULTS } from '../core/money/currency.ts';
import { coinNames, PAGE_CONTEXT_VERSION, type PageContext } from '../core/page-data/page-context.ts';
import { buildPriceTable, type PriceTable } from '../core/page-data/price-table.ts';
import { type PageSettings, parsePageSettings } from '../core/settings/page-settings.ts';
import type { Settings } from '../core/settings/settings.ts';
import { withFeed } from '../core/sources/source-info.ts';

interface Deps extends Pick<PageContext, 'words' | 'sources'> {
  readonly coins: CoinList;
  /** The browser's language tag. */
  readonly tag: string;
  /** Runs `work` exclusively, so that the call that reads last also writes last. */
  readonly withLock: (work: () => Promise<void>) => Promise<void>;
  readonly read: () => Promise<{
    readonly snapshot: Snapshot;
    readonly settings: PageSettings & Pick<Settings, 'feedUrl'>;
  }>;
  /** Writes the items that differ from the stored ones. */
  readonly write: (table: PriceTable, context: PageContext) => Promise<void>;
}

/** Creates the job that builds the data for pages from the stored prices and settings. */
export function createPagePublisher(deps: Deps): () => Promise<void> {
  const { coins, words, sources, tag, withLock, read, write } = deps;
  const publish = async (): Promise<void> => {
    const { snapshot, settings } = await read();
    await write(buildPriceTable(snapshot, coins, settings), {
      v: PAGE_CONTEXT_VERSION,
      coins: coinNames(coins),
      words,
      // Only the settings that pages need.
      settings: parsePageSettings(settings),
      sources: withFeed(sources, settings.feedUrl),
      currencies: CURRENCY_DEFAULTS,
      disclaimers: pageDisclaimers(regionFor(settings.region, tag)),
    });
  };
  return () => withLock(publish);
}
