import { getOwn } from '../storage/guards.ts';

/** The host of a base address, the name under which its health is kept. */
export const hostOf = (origin: string): string => origin.replace(/^https:\/\//, '').replace(/\/.*$/, '');

/** The id of the reader's own feed among sources. */
export const FEED = 'feed';

/** What readers must be able to see of a source. */
export interface SourceInfo {
  readonly label: string;
  readonly attribution?: { readonly text: string; readonly url: string };
}

/** Sources by id, without the code that reads them: all that a view needs. */
export type SourceTable = Readonly<Record<string, SourceInfo>>;

/** Whoever gives both prices and rates is credited once. */
export function sourceTable(sources: readonly (SourceInfo & { readonly id: string })[]): SourceTable {
  const credited = new Set<string>();
  return Object.fromEntries(
    sources.map(({ id, label, attribution }) => {
      if (!attribution || credited.has(attribution.url)) return [id, { label }];
      credited.add(attribution.url);
      return [id, { label, attribution }];
    }),
  );
}

/** The name to show for a source id; the id itself when it is not known (stored by another version). */
export const sourceLabel = (sources: SourceTable, id: string): string => getOwn(sources, id)?.label ?? id;

/** The sources with the reader's own feed among them, named by its host. */
export const withFeed = (sources: SourceTable, feedUrl: string): SourceTable =>
  feedUrl ? { ...sources, [FEED]: { label: hostOf(feedUrl) } } : sources;
