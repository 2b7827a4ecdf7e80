/** Runs work under a lock, which is exclusive per name across the extension. */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, work);
