import { knownPast } from '../../core/history/historical-price.ts';
import type { History } from '../../core/history/price-history.ts';
import type { PriceRow } from '../../core/market/price-list.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { decimalOf } from '../../core/money/decimal.ts';
import { percentChange } from '../../core/money/percent-change.ts';
import type { PageReport } from '../../core/storage/messages.ts';

/** A coin of the article: its row, its number of mentions, and its change since publication if known. */
export interface ArticleCoin {
  readonly row: PriceRow;
  readonly count: number;
  readonly since: string | null;
}

/** Returns the coins of the page's article, in its order; null without an article. Drops coins without a row, and so without a price. */
export function coinsOfArticle(
  report: PageReport | null,
  rows: readonly PriceRow[],
  snapshot: Snapshot,
  histories: Readonly<Record<string, History>>,
): readonly ArticleCoin[] | null {
  if (!report?.coins) return null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return report.coins.flatMap(({ id, count }) => {
    const row = byId.get(id);
    const since = changeSincePublication(histories[id], report.published, snapshot.quotes[id]?.last);
    return row ? [{ row, count, since }] : [];
  });
}

/**
 * Formats the change since an article was published; null if the price then or now is unknown.
 * @param published ms since the epoch
 * @param last price now, decimal text
 */
function changeSincePublication(
  history: History | undefined,
  published: number | null,
  last: string | undefined,
): string | null {
  const then = published === null || !history ? undefined : knownPast(history.past, published);
  return (then && last && percentChange(decimalOf(then.price), decimalOf(last))) || null;
}
