import { COINS } from './coin.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Coin ids by market cap, biggest first: the order a source told, then the bundled order for the coins it left out.
 * Every coin of the catalogue appears once.
 */
export function hotOrder(snapshot: Snapshot): string[] {
  return [...new Set([...(snapshot.hot?.ids ?? []), ...COINS.map((coin) => coin.id)])];
}
