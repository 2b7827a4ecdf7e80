import type { MentionedRow, PanelDisclaimer, PanelProps } from '../../components/overlay/props.ts';
import type { ArticleAnswer } from '../../core/article.ts';
import { chosen } from '../../core/chosen.ts';
import { coloursFor } from '../../core/colours.ts';
import { defaultCurrency } from '../../core/default-currency.ts';
import { direction } from '../../core/format.ts';
import { type Circumstances, freshness } from '../../core/freshness.ts';
import type { Language } from '../../core/language.ts';
import { ageText } from '../../core/moment.ts';
import type { PageBoard } from '../../core/page-board.ts';
import { partsOf, type RowsInput, rowsOf } from '../../core/page-rows.ts';
import type { Reference } from '../../core/reference.ts';
import { SHORT_DISCLAIMER } from '../../core/short-disclaimer.ts';
import { sinceText } from '../../core/since.ts';
import type { PanelWords } from '../../locales/overlay/index.ts';
import { isOnline, now } from '../../platform/clock.ts';
import type { Stored } from '../../platform/overlay-bridge.ts';
import type { PageFacts } from './page-facts.ts';

const WEEK_MS = 7 * 86_400_000;

/** What the reader did since the page was opened, and what the page makes necessary. */
export type ViewState = Pick<PanelProps, 'expanded' | 'allMentioned' | 'busy' | 'leaving' | 'away'> & {
  /** Out of the way of the page's focus: folded, and on the other side if that is not enough. */
  readonly tucked: number;
};

export const FRESH: ViewState = {
  ...{ expanded: false, allMentioned: false, busy: false, leaving: false, away: false },
  tucked: 0,
};

/** What storage holds once the background has run. */
type Ready = Stored & { readonly board: PageBoard; readonly reference: Reference };

// Checked to be words when read; that they are the panel's, whoever wrote them took care of.
const wordsOf = ({ words }: Reference, language: Language) => words[language] as unknown as PanelWords;

export const isReady = (stored: Stored): stored is Ready =>
  stored.board !== null && stored.reference !== null;

function disclaimerFor({ reference, site }: Ready, language: Language): PanelDisclaimer {
  const more = reference.disclaimers[language];
  return {
    ...more,
    short: SHORT_DISCLAIMER[language],
    own: reference.settings.ownDisclaimer,
    // A new version stands open until it is folded again.
    folded: site.foldedDisclaimer !== '' && site.foldedDisclaimer === more.id,
  };
}

/** The article's coins as rows. */
function mentionedRows({ coins, pasts }: ArticleAnswer, input: RowsInput): MentionedRow[] {
  const ids = coins.map(({ id }) => id);
  return rowsOf(ids, input).map((row) => {
    const since = sinceText(pasts[row.id] ?? '', partsOf(input.board.rows[row.id])[2] ?? '');
    return { ...row, count: coins[ids.indexOf(row.id)]?.count ?? 0, since, sinceDirection: direction(since) };
  });
}

/** Everything the panel shows, from storage, page and reader. */
export function panelProps(
  stored: Ready,
  page: PageFacts,
  view: ViewState,
  reading: ArticleAnswer | null | undefined,
): PanelProps {
  const { board, reference, site } = stored;
  const { settings, coins } = reference;
  const { tag } = page.language;
  const language = chosen(settings.language, page.language.language);
  const around: Circumstances = {
    now: now(),
    periodMs: settings.periodSeconds * 1000,
    online: isOnline(),
  };
  const words = wordsOf(reference, language);
  const currency = chosen(settings.currency, defaultCurrency(reference.currencies, tag, language));
  const input: RowsInput = { board, coins, language, currency, around };
  const published = reading?.published;
  const place = site.place ?? { side: page.room ?? 'right', bottom: 0 };
  const other = place.side === 'left' ? 'right' : 'left';
  return {
    ...view,
    list: board.list,
    lead: board.lead,
    rows: rowsOf(view.expanded ? board.order : board.order.slice(0, settings.rows), input),
    state: freshness(board.lead.at, board.trouble, around),
    mentioned: reading ? mentionedRows(reading, input) : [],
    published:
      published && around.now - published > WEEK_MS
        ? ` · ${words.published} ${ageText(words.ago, published, around.now)}`
        : '',
    skin: {
      lang: language,
      theme: chosen(settings.theme, page.dark ? 'dark' : 'light'),
      colours: coloursFor(settings.colours, tag),
    },
    words,
    disclaimer: disclaimerFor(stored, language),
    sources: reference.sources,
    fx: board.fx,
    place: view.tucked > 1 ? { ...place, side: other } : place,
    // Without room beside the text the panel would cover it, and where the page shows prices itself it would repeat them: a
    // pill, until the reader says otherwise.
    folded: view.tucked > 0 || (site.folded ?? (page.room === null || page.hasPrices)),
    now: around.now,
  };
}
