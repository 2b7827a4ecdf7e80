import { regionFor } from '../core/disclaimer/detect-region.ts';
import { pageDisclaimers } from '../core/disclaimer/regional.ts';
import type { CoinList } from '../core/market/coin.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import { CURRENCY_DEFAULTS } from '../core/money/currency.ts';
import { coinNames, type PageContext } from '../core/page-data/page-context.ts';
import { buildPriceTable, type PriceTable } from '../core/page-data/price-table.ts';
import { type PageSettings, parsePageSettings } from '../core/settings/page-settings.ts';
import type { Settings } from '../core/settings/settings.ts';
import { withFeed } from '../core/sources/source-info.ts';

interface Deps extends Pick<PageContext, 'words' | 'sources'> {
  readonly coins: CoinList;
  /** Tag of the browser's language. */
  readonly tag: string;
  /** Nobody else works out what pages read while this work runs, so that the last to read is the last to write. */
  readonly withLock: (work: () => Promise<void>) => Promise<void>;
  readonly read: () => Promise<{
    readonly snapshot: Snapshot;
    readonly settings: PageSettings & Pick<Settings, 'feedUrl'>;
  }>;
  /** Writes what differs from what is stored. */
  readonly write: (board: PriceTable, reference: PageContext) => Promise<void>;
}

/** Makes the job that works out what pages read, from prices and choices as they are stored. */
export function createPagePublisher(deps: Deps): () => Promise<void> {
  const { coins, words, sources, tag, withLock, read, write } = deps;
  const publish = async (): Promise<void> => {
    const { snapshot, settings } = await read();
    await write(buildPriceTable(snapshot, coins, settings), {
      // Only what pages need to know of the choices.
      coins: coinNames(coins),
      words,
      settings: parsePageSettings(settings),
      sources: withFeed(sources, settings.feedUrl),
      currencies: CURRENCY_DEFAULTS,
      disclaimers: pageDisclaimers(regionFor(settings.region, tag)),
    });
  };
  return () => withLock(publish);
}
