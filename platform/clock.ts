/** Milliseconds since the epoch. The only place that reads the clock. */
export const now = (): number => Date.now();

/** False only if the browser reports no network. Node, where the feed command runs, has no such information. */
export const isOnline = (): boolean => navigator.onLine !== false;
