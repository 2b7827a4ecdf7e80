import { useEffect, useState } from 'preact/hooks';
import type { StoredItem } from '../core/storage/items.ts';
import { readItem, watchItem } from '../platform/stores.ts';

/** Returns a stored item, and updates it on changes; undefined until the first read. */
export function useStored<T>(item: StoredItem<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const life = new AbortController();
    let changed = false;
    const take = (next: T): void => {
      changed = true;
      setValue(() => next);
    };
    watchItem(item, take, life.signal);
    // A change during the first read is newer than its result.
    void readItem(item).then((first) => {
      if (!changed && !life.signal.aborted) take(first);
    });
    return () => life.abort();
  }, [item]);
  return value;
}
