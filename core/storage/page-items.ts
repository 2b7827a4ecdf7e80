import { type PageContext, parsePageContext } from '../page-data/page-context.ts';
import { type PriceTable, parsePriceTable } from '../page-data/price-table.ts';

/** One stored item: its key, what it is when absent, and how to read it. */
export interface StoredItem<T> {
  readonly key: string;
  readonly fallback: T;
  parse(raw: unknown): T;
}

// What the background prepares for the page-facing script, which reads this and no other item whole. Both are stored as text: a
// browser hands one long text to a page in a tenth of the time that it takes for a thousand short ones, and hands it to every page
// at every change. All others are in items.ts; those with a name for each coin or site in price-history.ts and site-state.ts.

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
