import { useEffect } from 'preact/hooks';
import type { History } from '../core/history/price-history.ts';
import { sendCommand } from '../platform/messages.ts';
import { readHistories, watchHistories } from '../platform/stores.ts';
import { useReread } from './use-reread.ts';

const NONE: Readonly<Record<string, History>> = {};

/**
 * What is known of the past of some coins, by id, and kept up to date. The background is asked to find out what they cost then.
 * @param ids joined by a space: a list would be a new one at every render
 * @param at ms since the epoch; null asks for nothing
 */
export function useHistories(ids: string, at: number | null): Readonly<Record<string, History>> {
  const list = ids && at !== null ? ids.split(' ') : [];
  const histories = useReread(
    () => readHistories(list),
    (changed, signal) => watchHistories(list, changed, signal),
    [ids, at],
  );
  useEffect(() => {
    // Without an answer the figure stays absent.
    if (list.length > 0 && at !== null)
      void sendCommand({ type: 'history', ids: list, at }).catch(() => undefined);
  }, [ids, at]);
  return histories ?? NONE;
}
