import { compare, type Decimal, decimalOf } from '../money/decimal.ts';
import type { CoinList } from './coin.ts';
import type { Snapshot } from './snapshot.ts';

/** The kinds of coin lists. */
export const HOT_LISTS = ['market-cap', 'most-traded', 'gainers', 'losers', 'trending', 'watchlist'] as const;
export type HotList = (typeof HOT_LISTS)[number];

/** Minimum 24-hour volume in USDT. Below it a few orders move the price, and such coins would top every list of movers. */
const LIQUID = { digits: 5_000_000n, scale: 0 };
/** Coins up to this rank count as liquid if their volume is unknown. */
const LIQUID_RANKS = 60;
/** The list of most traded coins needs the volumes of at least this many. */
const MIN_VOLUMES = 5;
const ZERO = { digits: 0n, scale: 0 };

/** Returns the requested list, or `market-cap` while the data that the list is sorted by is missing. */
export function availableList(snapshot: Snapshot, coins: CoinList, kind: HotList): HotList {
  const ids = [...coins.keys()];
  const isAvailable =
    kind === 'most-traded'
      ? ids.filter((id) => snapshot.quotes[id]?.volume24h).length >= MIN_VOLUMES
      : kind !== 'trending' || snapshot.trending?.ids.some((id) => coins.has(id));
  return isAvailable ? kind : 'market-cap';
}

/**
 * Returns the coin ids of a list in its order: known coins only, each once. The list is the one that `availableList` returns.
 * `market-cap`: the ranking of a source, then the bundled order for the coins it left out. `most-traded`: by 24-hour volume,
 * without coins whose volume is unknown. `gainers`, `losers`: by 24-hour change, liquid coins only; may be empty. `trending`:
 * the order of the source. `watchlist`: the reader's order.
 */
export function listOrder(
  snapshot: Snapshot,
  coins: CoinList,
  kind: HotList,
  watchlist: readonly string[],
): string[] {
  const known = (ids: readonly string[] = []): string[] => [...new Set(ids)].filter((id) => coins.has(id));
  const ranked = known([...(snapshot.hot?.ids ?? []), ...coins.keys()]);
  const list = availableList(snapshot, coins, kind);
  if (list === 'watchlist') return known(watchlist);
  if (list === 'trending') return known(snapshot.trending?.ids);
  if (list === 'most-traded') return sorted(ranked, (id) => snapshot.quotes[id]?.volume24h, -1);
  if (list === 'market-cap') return ranked;
  const liquid = ranked.filter((id, rank) => isLiquid(snapshot.quotes[id]?.volume24h, rank));
  const sign = list === 'gainers' ? 1 : -1;
  return sorted(liquid, (id) => snapshot.quotes[id]?.change24h, -sign, sign);
}

function isLiquid(volume: string | undefined, rank: number): boolean {
  return volume === undefined ? rank < LIQUID_RANKS : compare(decimalOf(volume), LIQUID) >= 0;
}

/** Sorts ids by a figure and drops those without one; with `sign`, also those with another sign. The sort is stable. */
function sorted(
  ids: readonly string[],
  figureOf: (id: string) => string | null | undefined,
  direction: number,
  sign?: number,
): string[] {
  const figures = ids.flatMap((id): [string, Decimal][] => {
    const text = figureOf(id);
    if (typeof text !== 'string') return [];
    const figure = decimalOf(text);
    return !sign || compare(figure, ZERO) === sign ? [[id, figure]] : [];
  });
  return figures.sort(([, a], [, b]) => direction * compare(a, b)).map(([id]) => id);
}
