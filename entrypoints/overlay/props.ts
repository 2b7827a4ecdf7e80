import type { PanelProps } from '../../components/overlay/props.ts';
import { makeBoard } from '../../core/board.ts';
import { COINS } from '../../core/coin.ts';
import { coloursFor } from '../../core/colours.ts';
import { defaultCurrency } from '../../core/currency.ts';
import { GENERIC } from '../../core/disclaimer.ts';
import { COMMON } from '../../locales/common/index.ts';
import { OVERLAY } from '../../locales/overlay/index.ts';
import type { PageLanguage } from '../../page/language.ts';
import type { Side } from '../../page/room.ts';
import { isOnline, now } from '../../platform/clock.ts';
import type { Stored } from '../../platform/overlay-bridge.ts';

/** What was read off the page. */
export interface PageFacts {
  readonly language: PageLanguage;
  readonly room: Side;
  readonly dark: boolean;
}

/** What the reader did since the page was opened. */
export type ViewState = Pick<PanelProps, 'expanded' | 'busy' | 'leaving'>;

/** Everything the panel shows, from storage, page and reader. */
export function panelProps(
  { settings, snapshot, site }: Stored,
  page: PageFacts,
  view: ViewState,
): PanelProps {
  const { tag } = page.language;
  const language = settings.language === 'auto' ? page.language.language : settings.language;
  const moment = now();
  const pageTheme = page.dark ? 'dark' : 'light';
  return {
    ...view,
    board: makeBoard({
      snapshot,
      language,
      currency: settings.currency === 'auto' ? defaultCurrency(tag, language) : settings.currency,
      count: view.expanded ? COINS.length : settings.rows,
      around: { now: moment, periodMs: settings.periodSeconds * 1000, online: isOnline() },
    }),
    skin: {
      lang: language,
      theme: settings.theme === 'auto' ? pageTheme : settings.theme,
      colours: coloursFor(settings.colours, tag),
    },
    words: { ...COMMON[language], ...OVERLAY[language] },
    disclaimer: GENERIC[language],
    sources: __SOURCES__,
    fx: snapshot.fx,
    side: page.room ?? 'right',
    // Without room beside the text the panel would cover it: a pill, until the reader says otherwise.
    folded: site.folded ?? page.room === null,
    now: moment,
  };
}
