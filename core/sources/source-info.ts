import { getOwn } from '../storage/guards.ts';

/** Returns the host of a base URL, the key of its health. */
export const hostOf = (origin: string): string => origin.replace(/^https:\/\//, '').replace(/\/.*$/, '');

/** The source id of the custom feed. */
export const FEED = 'feed';

/** The parts of a source that are shown. */
export interface SourceInfo {
  readonly label: string;
  readonly attribution?: { readonly text: string; readonly url: string };
}

/** Sources by id, without the code that reads them: views need no more. */
export type SourceTable = Readonly<Record<string, SourceInfo>>;

/** Builds the table. A source of both prices and rates is credited once. */
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

/** Returns the label of a source; its id if it is unknown (stored by another version). */
export const sourceLabel = (sources: SourceTable, id: string): string => getOwn(sources, id)?.label ?? id;

/** Adds the custom feed to the sources, named by its host. */
export const withFeed = (sources: SourceTable, feedUrl: string): SourceTable =>
  feedUrl ? { ...sources, [FEED]: { label: hostOf(feedUrl) } } : sources;
