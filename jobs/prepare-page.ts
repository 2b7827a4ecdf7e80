import type { CoinList } from '../core/coin.ts';
import { CURRENCY_DEFAULTS } from '../core/currency.ts';
import { makePageBoard, type PageBoard } from '../core/page-board.ts';
import { type PageSettings, parsePageSettings } from '../core/page-settings.ts';
import { namesOf, type Reference } from '../core/reference.ts';
import { regionFor } from '../core/region-choice.ts';
import { pageDisclaimers } from '../core/regional-disclaimer.ts';
import type { Settings } from '../core/settings.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { withFeed } from '../core/source.ts';

interface Deps extends Pick<Reference, 'words' | 'sources'> {
  readonly coins: CoinList;
  /** Tag of the browser's language. */
  readonly tag: string;
  /** Nobody else works out what pages read while this work runs, so that the last to read is the last to write. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly read: () => Promise<{
    readonly snapshot: Snapshot;
    readonly settings: PageSettings & Pick<Settings, 'feedUrl'>;
  }>;
  /** Writes what differs from what is stored. */
  readonly write: (board: PageBoard, reference: Reference) => Promise<void>;
}

/** Makes the job that works out what pages read, from prices and choices as they are stored. */
export function createPreparePage(deps: Deps): () => Promise<void> {
  const { coins, words, sources, tag, alone, read, write } = deps;
  const prepare = async (): Promise<void> => {
    const { snapshot, settings } = await read();
    await write(makePageBoard(snapshot, coins, settings), {
      // Only what pages need to know of the choices.
      ...{ coins: namesOf(coins), words, settings: parsePageSettings(settings) },
      sources: withFeed(sources, settings.feedUrl),
      currencies: CURRENCY_DEFAULTS,
      disclaimers: pageDisclaimers(regionFor(settings.region, tag)),
    });
  };
  return () => alone(prepare);
}
