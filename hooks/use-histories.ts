import { useEffect } from 'preact/hooks';
import type { History } from '../core/history/price-history.ts';
import { sendCommand } from '../platform/messages.ts';
import { readHistories, watchHistories } from '../platform/stores.ts';
import { useReread } from './use-reread.ts';

const NONE: Readonly<Record<string, History>> = {};

/**
 * Returns the stored histories of some coins, by id, and updates them. Asks the background to fetch the prices at that moment.
 * @param ids joined by spaces: an array would be a new one on every render
 * @param at ms since the epoch; null requests nothing
 */
export function useHistories(ids: string, at: number | null): Readonly<Record<string, History>> {
  const list = ids && at !== null ? ids.split(' ') : [];
  const histories = useReread(
    () => readHistories(list),
    (changed, signal) => watchHistories(list, changed, signal),
    [ids, at],
  );
  useEffect(() => {
    // Without a response the figure stays absent.
    if (list.length > 0 && at !== null)
      void sendCommand({ type: 'history', ids: list, at }).catch(() => undefined);
  }, [ids, at]);
  return histories ?? NONE;
}
