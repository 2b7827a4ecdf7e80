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
  readChangeSince,
  readPriceList,
  readRows,
  type TableReading,
} from '../../core/page-data/price-table.ts';
import { colorSchemeFor } from '../../core/settings/color-scheme.ts';
import { resolveAuto } from '../../core/settings/resolve-auto.ts';
import type { PanelWords } from '../../locales/index.ts';
import type { PageFacts } from './page-facts.ts';
import type { ReadyState, ViewState } from './state.ts';

const WEEK_MS = 7 * 86_400_000;

// Checked to be words when read; that they are the panel's is up to the background, which writes them.
const wordsOf = ({ words }: PageContext, language: Language) => (words[language] ?? words.en) as PanelWords;

function disclaimerFor({ pageContext, site }: ReadyState, language: Language): PanelDisclaimer {
  const { disclaimers } = pageContext;
  const more = disclaimers[language] ?? disclaimers.en;
  return {
    ...more,
    short: SHORT_DISCLAIMER[language],
    own: pageContext.settings.ownDisclaimer,
    // A new version is expanded until it is collapsed again.
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

/**
 * Everything the panel shows, from storage, page and reader.
 * @param clock the time, ms since the epoch, and whether there is a network
 */
export function panelProps(
  stored: ReadyState,
  page: PageFacts,
  view: ViewState,
  reading: ArticleAnswer | null | undefined,
  clock: Pick<Circumstances, 'now' | 'online'>,
): PanelProps {
  const { priceTable, pageContext, site } = stored;
  const { settings, coins } = pageContext;
  const { tag } = page.language;
  const language = resolveAuto(settings.language, page.language.language);
  const around: Circumstances = {
    now: clock.now,
    periodMs: settings.periodSeconds * 1000,
    online: clock.online,
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
