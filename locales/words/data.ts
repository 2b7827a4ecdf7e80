import type { Region } from '../../core/disclaimer/region.ts';
import type { HotList } from '../../core/settings/page-settings.ts';

/** Words about lists of coins, in popup and options. */
export interface ListsWords {
  /** Label of the list selection, for screen readers. */
  readonly choose: string;
  /** As short as possible: the popup shows six side by side. */
  readonly tabs: Readonly<Record<HotList, string>>;
  /** Rank of a row in the list that is shown. */
  readonly place: string;
  readonly empty: Readonly<Record<'gainers' | 'losers' | 'watchlist', string>>;
  watch(symbol: string): string;
  unwatch(symbol: string): string;
  disputed(source: string): string;
}

/** Words of the choice of a list and of the editor of the watchlist. */
export interface WatchWords {
  readonly hints: Readonly<Record<HotList, string>>;
  readonly hint: string;
  readonly add: string;
  readonly find: string;
  readonly none: string;
  nothingFound(query: string): string;
  readonly full: string;
  up(name: string): string;
  down(name: string): string;
  remove(name: string): string;
}

/** Why an address was not accepted, or, if already stored, cannot be used. */
export type AddressProblem = 'not-https' | 'not-address' | 'denied' | 'forbidden';

/** Words of the sources, their mirrors and the own feed. */
export interface SourcesWords {
  readonly orderHint: string;
  use(source: string): string;
  up(source: string): string;
  down(source: string): string;
  readonly off: string;
  readonly lastOne: string;
  readonly mirror: string;
  mirrorOf(source: string): string;
  readonly mirrorHint: string;
  readonly save: string;
  readonly remove: string;
  readonly problems: Readonly<Record<AddressProblem, string>>;
  readonly feedHint: string;
  readonly feedDocs: string;
  readonly feedNever: string;
  feedGood(time: string): string;
  feedFailed(time: string, failure: string): string;
}

/** Words of the choice of a disclaimer. */
export interface RegionWords {
  readonly names: Readonly<Record<Region, string>>;
  readonly hint: string;
  readonly ownHint: string;
  left(count: number, most: number): string;
}

/** State of a host. */
type HostState = 'closed' | 'half-open' | 'open' | 'never';

export interface DiagnosticsWords {
  readonly title: string;
  readonly hint: string;
  readonly columns: Readonly<
    Record<'host' | 'state' | 'good' | 'failure' | 'latency' | 'failing' | 'left' | 'next', string>
  >;
  readonly states: Readonly<Record<Exclude<HostState, 'open'>, string>>;
  open(until: string): string;
  readonly off: string;
  readonly ownFeed: string;
  readonly nextRefresh: string;
  /** Requests left under our own limit, and the limit. */
  ours(left: number, of: number): string;
  /** The limit that the host reports. */
  theirs(left: number, of: number): string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
}

/** Words of popup and options about lists, sources and their answers. */
export interface DataWords {
  readonly lists: ListsWords;
  readonly watch: WatchWords;
  readonly sources: SourcesWords;
  readonly region: RegionWords;
  readonly diagnostics: DiagnosticsWords;
  readonly mentionsHint: string;
  readonly search: {
    readonly label: string;
    none(query: string): string;
  };
}
