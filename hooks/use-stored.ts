import { useEffect, useState } from 'preact/hooks';
import type { StoredItem } from '../core/storage/items.ts';
import { readItem, watchItem } from '../platform/stores.ts';

/** An item as it is stored now and whenever it changes; undefined until it has been read once. */
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
    // A change that comes while the first read is under way is the newer of the two.
    void readItem(item).then((first) => {
      if (!changed && !life.signal.aborted) take(first);
    });
    return () => life.abort();
  }, [item]);
  return value;
}
