/** Does a piece of work while nobody else in the extension does one of the same name. */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, work);
