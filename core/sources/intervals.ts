const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Interval for exchange rates: they change slowly, and their sources ask for few requests. */
export const FX_INTERVAL_MS = 6 * HOUR;
/** Interval for the ranking by market cap. */
export const HOT_INTERVAL_MS = HOUR;
/** Interval for coins that the first source does not list. */
export const GAP_INTERVAL_MS = 5 * MINUTE;
/** How long a coin is skipped at a source that turned out not to list it. */
export const UNLISTED_LIFE_MS = 24 * HOUR;
/** How long a coin is skipped at a source whose valid response did not contain it. */
export const MISSING_LIFE_MS = HOUR;
/** Interval for trending coins, which change slowly. */
export const TRENDING_INTERVAL_MS = HOUR;
/** Delay before a failed secondary request (rates, ranking) is retried. */
export const SIDE_RETRY_MS = 10 * MINUTE;
/** The same while there is nothing to show. */
export const MISSING_RETRY_MS = 30_000;
/** Minimum interval between requests for all tickers of a venue, which are hundreds of kB. */
export const BULK_INTERVAL_MS = 30 * SECOND;
/** Minimum interval between user-initiated refreshes, across all surfaces. */
export const MIN_REFRESH_GAP_MS = 5 * SECOND;
