import { useEffect, useState } from 'preact/hooks';
import type { History } from '../core/history.ts';
import { sendCommand } from '../platform/messages.ts';
import { readHistories, watchHistories } from '../platform/stores.ts';

/** Coins in one command. */
const MOST_AT_ONCE = 20;

/**
 * The stored pasts of these coins, by coin, as they are and whenever one changes; asks the background for those that are
 * missing or old. A coin that is absent has none, yet or at all. For the coins in sight, not for a list of hundreds: what may
 * be asked for in an hour is limited.
 * @param week the last seven days too
 */
export function useHistory(ids: readonly string[], week = false): Readonly<Record<string, History>> {
  const [histories, setHistories] = useState<Readonly<Record<string, History>>>({});
  // A new list of the same coins is no reason to ask again.
  const wanted = ids.join(' ');
  useEffect(() => {
    const coins = wanted === '' ? [] : wanted.split(' ');
    const life = new AbortController();
    let asked = 0;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const next = await readHistories(coins);
      // Two reads may overlap; only the last one asked counts.
      if (mine === asked && !life.signal.aborted) setHistories(next);
    };
    watchHistories(coins, () => void read(), life.signal);
    void read();
    for (let from = 0; from < coins.length; from += MOST_AT_ONCE) {
      const some = coins.slice(from, from + MOST_AT_ONCE);
      sendCommand({ type: 'history', ids: some, at: null, week }).catch(() => undefined);
    }
    return () => life.abort();
  }, [wanted, week]);
  return histories;
}
