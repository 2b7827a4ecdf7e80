import { useEffect, useState } from 'preact/hooks';
import type { History } from '../core/history.ts';
import { sendCommand } from '../platform/messages.ts';
import { readHistories, watchHistories } from '../platform/stores.ts';

const NONE: Readonly<Record<string, History>> = {};

/**
 * What is known of the past of some coins, by id, and kept up to date. The background is asked to find out what they cost then.
 * @param ids joined by a space: a list would be a new one at every render
 * @param at ms since the epoch; null asks for nothing
 */
export function useHistories(ids: string, at: number | null): Readonly<Record<string, History>> {
  const [histories, setHistories] = useState(NONE);
  useEffect(() => {
    if (!ids || at === null) return;
    const life = new AbortController();
    const list = ids.split(' ');
    const read = async (): Promise<void> => {
      const next = await readHistories(list);
      if (!life.signal.aborted) setHistories(next);
    };
    watchHistories(list, () => void read(), life.signal);
    void read();
    // Without an answer the figure stays absent.
    void sendCommand({ type: 'history', ids: list, at }).catch(() => undefined);
    return () => life.abort();
  }, [ids, at]);
  return histories;
}
