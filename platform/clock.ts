/** Milliseconds since the epoch. The only place that reads the clock. */
export const now = (): number => Date.now();

/** False only when the browser is sure that there is no network. Node, where the feed command runs, does not say. */
export const isOnline = (): boolean => navigator.onLine !== false;
