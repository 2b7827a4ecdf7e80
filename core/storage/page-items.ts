import { type PageContext, parsePageContext } from '../page-data/page-context.ts';
import { type PriceTable, parsePriceTable } from '../page-data/price-table.ts';

/** A stored item: its key, its fallback, and its parser. */
export interface StoredItem<T> {
  readonly key: string;
  readonly fallback: T;
  parse(raw: unknown): T;
}

// The items that the background prepares for the page-facing script. Both are stored as text: browsers pass one long string to a
// page in a tenth of the time of a thousand short ones, and do so for every page at every change. The other items are in items.ts;
// those with a key for each coin or site in price-history.ts and site-state.ts.

export const PRICE_TABLE: StoredItem<PriceTable | null> = {
  key: 'board',
  fallback: null,
  parse: parsePriceTable,
};

export const PAGE_CONTEXT: StoredItem<PageContext | null> = {
  key: 'reference',
  fallback: null,
  parse: parsePageContext,
};
