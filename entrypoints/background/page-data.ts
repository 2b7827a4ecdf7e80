import { COIN_BY_ID } from '../../core/catalogue.ts';
import { sourceTable } from '../../core/source.ts';
import { asText, BOARD, REFERENCE, SETTINGS, SNAPSHOT } from '../../core/stored.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { createPreparePage } from '../../jobs/prepare-page.ts';
import { OVERLAY } from '../../locales/overlay/index.ts';
import { alone } from '../../platform/locks.ts';
import { readItem, writeIfNew } from '../../platform/stores.ts';
import { uiLanguage } from '../../platform/ui-language.ts';
import { PROVIDERS } from '../../providers/index.ts';

/** Works out what pages read, and stores it where it differs. The refresh stores its own part along with the prices. */
export const createPageData = (): (() => Promise<void>) =>
  createPreparePage({
    coins: COIN_BY_ID,
    words: OVERLAY,
    sources: sourceTable([...PROVIDERS, ...FX_SOURCES]),
    tag: uiLanguage(),
    alone: (work) => alone(BOARD.key, work),
    read: async () => ({
      snapshot: await readItem(SNAPSHOT),
      settings: (await readItem(SETTINGS)).settings,
    }),
    write: async (board, reference) => {
      await writeIfNew(BOARD, asText(board));
      await writeIfNew(REFERENCE, asText(reference));
    },
  });
