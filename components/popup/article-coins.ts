import { knownPast } from '../../core/history/historical-price.ts';
import type { History } from '../../core/history/price-history.ts';
import type { PriceRow } from '../../core/market/price-list.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { decimalOf } from '../../core/money/decimal.ts';
import { percentChange } from '../../core/money/percent-change.ts';
import type { PageReport } from '../../core/storage/messages.ts';

/** A coin of the article: its row, how often it is named, and its change since publication where that is known. */
export interface ArticleCoin {
  readonly row: PriceRow;
  readonly count: number;
  readonly since: string | null;
}

/** The coins the page speaks of, in its order; null when it is no article. A coin that is not in the list has no price, and is left out. */
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
 * The change since an article was published, formatted; null when its price then, or the price now, is not known.
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
