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
