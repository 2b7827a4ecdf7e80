import { compare, type Decimal, decimalOf } from '../money/decimal.ts';
import type { CoinList } from './coin.ts';
import type { Snapshot } from './snapshot.ts';

/** What a list of coins can be made of. */
export const HOT_LISTS = ['market-cap', 'most-traded', 'gainers', 'losers', 'trending', 'watchlist'] as const;
export type HotList = (typeof HOT_LISTS)[number];

/** Traded in a day, in USDT: below it a price moves by a few orders, and would lead every list of movers. */
const LIQUID = { digits: 5_000_000n, scale: 0 };
/** Where no volume is known, this many of the biggest count as liquid. */
const LIQUID_RANKS = 60;
/** Volumes of fewer coins than this make no list. */
const FEWEST_VOLUMES = 5;
const ZERO = { digits: 0n, scale: 0 };

/** The list that can be made now: that by market cap while nobody has told what another is ordered by. */
export function availableList(snapshot: Snapshot, coins: CoinList, kind: HotList): HotList {
  const ids = [...coins.keys()];
  const isAvailable =
    kind === 'most-traded'
      ? ids.filter((id) => snapshot.quotes[id]?.volume24h).length >= FEWEST_VOLUMES
      : kind !== 'trending' || snapshot.trending?.ids.some((id) => coins.has(id));
  return isAvailable ? kind : 'market-cap';
}

/**
 * Coin ids in the order of a list; known coins only, each once.
 * `market-cap`: the order a source told, then the bundled order for the coins it left out. `most-traded`: by the volume of
 * 24 hours, coins without one left out. `gainers`, `losers`: by the change of 24 hours, liquid coins that really rose or fell;
 * there may be none. `trending`: as told. `watchlist`: as the reader ordered it. What `listToldOf` replaces is replaced here.
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

/** Ids by a figure, those without it left out, and with `sign` those of another sign too. Ties stay as they were. */
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
