import type { PanelProps } from '../../components/overlay/props.ts';
import { makeBoard } from '../../core/board.ts';
import { coloursFor } from '../../core/colours.ts';
import { defaultCurrency } from '../../core/currency.ts';
import { GENERIC } from '../../core/disclaimer.ts';
import type { Language } from '../../core/language.ts';
import type { Reference } from '../../core/reference.ts';
import type { PanelWords } from '../../locales/overlay/index.ts';
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

/** The language to speak on this page. */
export const languageFor = (settings: Stored['settings'], page: PageFacts): Language =>
  settings.language === 'auto' ? page.language.language : settings.language;

/** What storage holds once the background has run. */
export type Ready = Stored & { readonly reference: Reference };

// Checked to be words when read; that they are the panel's, whoever wrote them took care of.
export const wordsOf = ({ words }: Reference, language: Language) => words[language] as unknown as PanelWords;

/** Everything the panel shows, from storage, page and reader. */
export function panelProps(
  { settings, snapshot, reference, site }: Ready,
  page: PageFacts,
  view: ViewState,
): PanelProps {
  const { tag } = page.language;
  const language = languageFor(settings, page);
  const moment = now();
  const pageTheme = page.dark ? 'dark' : 'light';
  return {
    ...view,
    board: makeBoard({
      snapshot,
      coins: reference.coins,
      language,
      currency: settings.currency === 'auto' ? defaultCurrency(tag, language) : settings.currency,
      count: view.expanded ? reference.coins.size : settings.rows,
      hotList: settings.hotList,
      watchlist: settings.watchlist,
      around: { now: moment, periodMs: settings.periodSeconds * 1000, online: isOnline() },
    }),
    skin: {
      lang: language,
      theme: settings.theme === 'auto' ? pageTheme : settings.theme,
      colours: coloursFor(settings.colours, tag),
    },
    words: wordsOf(reference, language),
    disclaimer: GENERIC[language],
    sources: __SOURCES__,
    fx: snapshot.fx,
    side: page.room ?? 'right',
    // Without room beside the text the panel would cover it: a pill, until the reader says otherwise.
    folded: site.folded ?? page.room === null,
    now: moment,
  };
}
