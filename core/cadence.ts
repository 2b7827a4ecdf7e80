import type { Failure } from './failure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Exchange rates move slowly and their sources ask for restraint. */
export const FX_INTERVAL_MS = 6 * HOUR;
/** The ranking by market cap. */
export const HOT_INTERVAL_MS = HOUR;
/** Coins the first source does not list are asked for elsewhere this often. */
export const GAP_INTERVAL_MS = 5 * MINUTE;
/** A coin a venue turned out not to list is not asked for there again before this. */
export const UNLISTED_LIFE_MS = 24 * HOUR;
/** One that was merely missing from a good answer is not looked for there again before this. */
export const MISSING_LIFE_MS = HOUR;
/** What people look for changes slowly. */
export const TRENDING_INTERVAL_MS = HOUR;
/** A failed side request (rates, ranking) is not repeated before this. */
export const SIDE_RETRY_MS = 10 * MINUTE;
/** The same, while there is nothing at all to show. */
export const MISSING_RETRY_MS = 30_000;
/** Every ticker of a venue is hundreds of kB: never asked for more often. */
export const BULK_INTERVAL_MS = 30 * SECOND;
/** A reader's refresh, from any surface, asks a source at most this often. */
export const MIN_REFRESH_GAP_MS = 5 * SECOND;

const CEILING_MS = 30 * MINUTE;

/**
 * How long to leave a host alone after its n-th failure in a row.
 * @param failures failures in a row, from 1
 * @param failure the last one; a server's own Retry-After is never undercut
 * @param random a number in [0, 1): up to a quarter is added so that readers do not return all at once
 * @returns milliseconds, at most 30 minutes unless the server or the kind of failure asks for more
 */
export function backOffMs(failures: number, failure: Failure, random: number): number {
  return Math.round(Math.max(serverDelayMs(failure), baseMs(failures, failure)) * (1 + random / 4));
}

/** How long the server itself asked to be left alone, in ms; a ban without a time counts as five minutes. */
export const serverDelayMs = ({ kind, retryAfterMs }: Failure): number =>
  Math.min(retryAfterMs ?? (kind === 'banned' ? 5 * MINUTE : 0), 24 * HOUR);

function baseMs(failures: number, failure: Failure): number {
  switch (failure.kind) {
    case 'geo-blocked': // a region does not change by waiting, but a reader may travel
      return HOUR;
    case 'plan':
      return 24 * HOUR;
    case 'offline':
      return 0;
    default:
      return Math.min(CEILING_MS, 30 * SECOND * 2 ** Math.min(failures - 1, 10)) * 0.8;
  }
}
