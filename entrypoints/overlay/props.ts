import type { MentionedRow, PanelDisclaimer, PanelProps } from '../../components/overlay/props.ts';
import type { ArticleAnswer } from '../../core/article/article-types.ts';
import { SHORT_DISCLAIMER } from '../../core/disclaimer/general-text.ts';
import type { Language } from '../../core/i18n/language.ts';
import { ageText } from '../../core/i18n/time-text.ts';
import type { Circumstances } from '../../core/market/freshness.ts';
import { defaultCurrency } from '../../core/money/default-currency.ts';
import { direction } from '../../core/money/format.ts';
import type { PageContext } from '../../core/page-data/page-context.ts';
import {
  type PriceTable,
  readChangeSince,
  readPriceList,
  readRows,
  type TableReading,
} from '../../core/page-data/price-table.ts';
import { colorSchemeFor } from '../../core/settings/color-scheme.ts';
import { resolveAuto } from '../../core/settings/resolve-auto.ts';
import type { PanelWords } from '../../locales/index.ts';
import { isOnline, now } from '../../platform/clock.ts';
import type { StoredState } from '../../platform/content-bridge.ts';
import type { PageFacts } from './page-facts.ts';

const WEEK_MS = 7 * 86_400_000;

/** What the reader did since the page was opened, and what the page makes necessary. */
export type ViewState = Pick<PanelProps, 'expanded' | 'allMentioned' | 'busy' | 'leaving' | 'away'> & {
  /** Out of the way of the page's focus: folded, and on the other side if that is not enough. */
  readonly avoidanceLevel: number;
};

export const FRESH: ViewState = {
  expanded: false,
  allMentioned: false,
  busy: false,
  leaving: false,
  away: false,
  avoidanceLevel: 0,
};

/** What storage holds once the background has run. */
type Ready = StoredState & { readonly priceTable: PriceTable; readonly pageContext: PageContext };

// Checked to be words when read; that they are the panel's, whoever wrote them took care of.
const wordsOf = ({ words }: PageContext, language: Language) => words[language] as unknown as PanelWords;

export const isReady = (stored: StoredState): stored is Ready =>
  stored.priceTable !== null && stored.pageContext !== null;

function disclaimerFor({ pageContext, site }: Ready, language: Language): PanelDisclaimer {
  const more = pageContext.disclaimers[language];
  return {
    ...more,
    short: SHORT_DISCLAIMER[language],
    own: pageContext.settings.ownDisclaimer,
    // A new version stands open until it is folded again.
    folded: site.foldedDisclaimer !== '' && site.foldedDisclaimer === more.id,
  };
}

/** The article's coins as rows. */
function mentionedRows({ coins, pasts }: ArticleAnswer, reading: TableReading): MentionedRow[] {
  const ids = coins.map(({ id }) => id);
  return readRows(ids, reading).map((row) => {
    const since = readChangeSince(reading.table, row.id, pasts[row.id]);
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
  const { priceTable, pageContext, site } = stored;
  const { settings, coins } = pageContext;
  const { tag } = page.language;
  const language = resolveAuto(settings.language, page.language.language);
  const around: Circumstances = {
    now: now(),
    periodMs: settings.periodSeconds * 1000,
    online: isOnline(),
  };
  const words = wordsOf(pageContext, language);
  const currency = resolveAuto(settings.currency, defaultCurrency(pageContext.currencies, tag, language));
  const table: TableReading = { table: priceTable, coins, language, currency, around };
  const published = reading?.published;
  const place = site.place ?? { side: page.room ?? 'right', bottom: 0 };
  const other = place.side === 'left' ? 'right' : 'left';
  return {
    ...view,
    settings,
    ...readPriceList(view.expanded ? priceTable.order.length : settings.rows, table),
    mentioned: reading ? mentionedRows(reading, table) : [],
    published:
      published && around.now - published > WEEK_MS
        ? ` · ${words.published} ${ageText(words.ago, published, around.now)}`
        : '',
    appearance: {
      lang: language,
      theme: resolveAuto(settings.theme, page.dark ? 'dark' : 'light'),
      colours: colorSchemeFor(settings.colours, tag),
    },
    words,
    disclaimer: disclaimerFor(stored, language),
    sources: pageContext.sources,
    fx: priceTable.fx,
    place: view.avoidanceLevel > 1 ? { ...place, side: other } : place,
    // Without room beside the text the panel would cover it, and where the page shows prices itself it would repeat them: a
    // pill, until the reader says otherwise.
    folded: view.avoidanceLevel > 0 || (site.folded ?? (page.room === null || page.hasPrices)),
    now: around.now,
  };
}
