import type { PriceRow } from '../../core/market/price-list.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { compare, type Decimal, decimalOf } from '../../core/money/decimal.ts';

export const SORT_KEYS = ['rank', 'name', 'price', 'change'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export const BY_RANK: Sort = { key: 'rank', descending: false };

/** Returns the sort after a press on a column: reversed, or the default of a new column (largest figures first). */
export const sortAfter = (sort: Sort, key: SortKey): Sort => ({
  key,
  descending: sort.key === key ? !sort.descending : key === 'price' || key === 'change',
});

/**
 * Returns the ids of the rows in the selected order. Figures are compared as decimals, never as the text shown; rows without a
 * figure come last in both directions. `rows` are in market cap order, which is also the order of ties.
 */
export function sortedIds(
  rows: readonly PriceRow[],
  snapshot: Snapshot,
  sort: Sort,
  locale: string,
): string[] {
  const ids = rows.map((row) => row.id);
  if (sort.key === 'rank') return sort.descending ? ids.reverse() : ids;
  if (sort.key === 'name') return byName(rows, sort.descending, locale);
  const figures = new Map(ids.map((id) => [id, figureOf(snapshot, id, sort.key)]));
  return ids.sort((a, b) => compareFigures(figures.get(a), figures.get(b), sort.descending));
}

function byName(rows: readonly PriceRow[], descending: boolean, locale: string): string[] {
  const { compare: collate } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const sign = descending ? -1 : 1;
  return [...rows]
    .sort((a, b) => sign * collate(a.name || a.symbol, b.name || b.symbol))
    .map((row) => row.id);
}

function figureOf(snapshot: Snapshot, id: string, key: SortKey): Decimal | null {
  const quote = snapshot.quotes[id];
  const figure = key === 'price' ? quote?.last : quote?.change24h;
  return typeof figure === 'string' ? decimalOf(figure) : null;
}

function compareFigures(a: Decimal | null | undefined, b: Decimal | null | undefined, descending: boolean) {
  if (!a || !b) return Number(!a) - Number(!b);
  return descending ? compare(b, a) : compare(a, b);
}
