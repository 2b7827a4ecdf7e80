import type { MentionedRow, PanelDisclaimer, PanelProps } from '../../components/overlay/props.ts';
import type { ArticleReading } from '../../core/article.ts';
import { type BoardInput, makeBoard } from '../../core/board.ts';
import { coloursFor } from '../../core/colours.ts';
import { defaultCurrency } from '../../core/currency.ts';
import { direction, formatChange } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { ageText } from '../../core/moment.ts';
import { changeSince } from '../../core/quote.ts';
import type { Reference } from '../../core/reference.ts';
import { SHORT_DISCLAIMER } from '../../core/short-disclaimer.ts';
import type { PanelWords } from '../../locales/overlay/index.ts';
import type { PageLanguage } from '../../page/language.ts';
import type { Side } from '../../page/room.ts';
import { isOnline, now } from '../../platform/clock.ts';
import type { Stored } from '../../platform/overlay-bridge.ts';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;

/** What was read off the page. */
export interface PageFacts {
  readonly language: PageLanguage;
  readonly room: Side;
  readonly dark: boolean;
  /** The page shows prices of its own. */
  readonly hasPrices: boolean;
}

/** What the reader did since the page was opened, and what the page makes necessary. */
export type ViewState = Pick<PanelProps, 'expanded' | 'allMentioned' | 'busy' | 'leaving' | 'away'> & {
  /** Out of the way of the page's focus: folded, and on the other side if that is not enough. */
  readonly tucked: number;
};

/** The language to speak on this page. */
export const languageFor = (settings: Stored['settings'], page: PageFacts): Language =>
  settings.language === 'auto' ? page.language.language : settings.language;

/** What storage holds once the background has run. */
export type Ready = Stored & { readonly reference: Reference };

// Checked to be words when read; that they are the panel's, whoever wrote them took care of.
export const wordsOf = ({ words }: Reference, language: Language) => words[language] as unknown as PanelWords;

/** Past prices are kept by the minute. */
export const minuteOf = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS;

function disclaimerFor({ settings, reference, site }: Ready, language: Language): PanelDisclaimer {
  const more = reference.disclaimers[language];
  return {
    ...more,
    short: SHORT_DISCLAIMER[language],
    own: settings.ownDisclaimer,
    // A new version stands open until it is folded again.
    folded: site.foldedDisclaimer !== '' && site.foldedDisclaimer === more?.id,
  };
}

/** The article's coins as rows: the list is made as any other, from the reader's point of view it is one they chose. */
function mentionedRows(
  { coins, published }: ArticleReading,
  input: BoardInput,
  { snapshot, histories }: Ready,
): MentionedRow[] {
  const counts = new Map(coins.map(({ id, count }) => [id, count]));
  const board = makeBoard({
    ...input,
    hotList: 'watchlist',
    watchlist: [...counts.keys()],
    count: counts.size,
  });
  return board.rows.map((row) => {
    const past = published && histories.get(row.id)?.past.find(({ time }) => time === minuteOf(published));
    const change = past ? changeSince(past.price, snapshot.quotes[row.id]?.last) : null;
    const since = change === null ? '' : formatChange(change);
    return { ...row, count: counts.get(row.id) ?? 0, since, sinceDirection: direction(since) };
  });
}

/** Everything the panel shows, from storage, page and reader. */
export function panelProps(
  stored: Ready,
  page: PageFacts,
  view: ViewState,
  reading: ArticleReading | null,
): PanelProps {
  const { settings, snapshot, reference, site } = stored;
  const { tag } = page.language;
  const language = languageFor(settings, page);
  const moment = now();
  const words = wordsOf(reference, language);
  const pageTheme = page.dark ? 'dark' : 'light';
  const input: BoardInput = {
    snapshot,
    coins: reference.coins,
    language,
    currency: settings.currency === 'auto' ? defaultCurrency(tag, language) : settings.currency,
    count: view.expanded ? reference.coins.size : settings.rows,
    around: { now: moment, periodMs: settings.periodSeconds * 1000, online: isOnline() },
    hotList: settings.hotList,
    watchlist: settings.watchlist,
  };
  const published = reading?.published;
  const place = site.place ?? { side: page.room ?? 'right', bottom: 0 };
  const other = place.side === 'left' ? 'right' : 'left';
  return {
    ...view,
    board: makeBoard(input),
    mentioned: reading ? mentionedRows(reading, input, stored) : [],
    published:
      published && moment - published > WEEK_MS
        ? ` · ${words.published} ${ageText(words.ago, published, moment)}`
        : '',
    skin: {
      lang: language,
      theme: settings.theme === 'auto' ? pageTheme : settings.theme,
      colours: coloursFor(settings.colours, tag),
    },
    words,
    disclaimer: disclaimerFor(stored, language),
    sources: reference.sources,
    fx: snapshot.fx,
    place: view.tucked > 1 ? { ...place, side: other } : place,
    // Without room beside the text the panel would cover it, and where the page shows prices itself it would repeat them: a
    // pill, until the reader says otherwise.
    folded: view.tucked > 0 || (site.folded ?? (page.room === null || page.hasPrices)),
    now: moment,
  };
}
