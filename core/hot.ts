import type { CoinList } from './coin.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Coin ids by market cap, biggest first: the order a source told, then the bundled order for the coins it left out.
 * Every coin of the list appears once.
 */
export function hotOrder(snapshot: Snapshot, coins: CoinList): string[] {
  const ranked = (snapshot.hot?.ids ?? []).filter((id) => coins.has(id));
  return [...new Set([...ranked, ...coins.keys()])];
}
