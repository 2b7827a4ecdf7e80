import { parseJson } from './json.ts';
import { type PageBoard, parsePageBoard } from './page-board.ts';
import { parseReference, type Reference } from './reference.ts';

/** One stored item: its key, what it is when absent, and how to read it. */
export interface StoredItem<T> {
  readonly key: string;
  readonly fallback: T;
  parse(raw: unknown): T;
}

/**
 * As text: a browser hands one long text to a page in a tenth of the time that it takes for a thousand short ones, and hands it
 * to every page at every change.
 */
export const asText = (value: PageBoard | Reference): string => JSON.stringify(value);

// What the background prepares for the page-facing script, which reads this and no other item whole. All others are in
// stored.ts; those with a name for each coin or site in history.ts and site-state.ts.

export const BOARD: StoredItem<PageBoard | null> = {
  key: 'board',
  fallback: null,
  parse: (raw) => parsePageBoard(parseJson(raw)),
};

export const REFERENCE: StoredItem<Reference | null> = {
  key: 'reference',
  fallback: null,
  parse: (raw) => parseReference(parseJson(raw)),
};
