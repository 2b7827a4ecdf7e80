import type { Standing } from '../../core/place.ts';

/** Words of the popup about the page it was opened over. */
export interface PageWords {
  readonly thisPage: string;
  /** Names of the tabs, and of their row. */
  readonly lists: string;
  readonly article: string;
  readonly inArticle: string;
  published(time: string): string;
  readonly noCoins: string;
  /** How often a coin is named. */
  count(count: number): string;
  readonly since: string;
  readonly add: string;
  readonly remove: string;
  readonly hide: string;
  readonly show: string;
  readonly pause: string;
  readonly resume: string;
  readonly allow: string;
  readonly reload: string;
  readonly rules: string;
  readonly unlisted: string;
  /** How the panel does; empty where there is nothing to say. */
  readonly standings: Readonly<Record<Standing, string>>;
}
