import type { CoinList } from './coin.ts';
import { compare, type Decimal, parseDecimal } from './decimal.ts';
import type { HotList } from './page-settings.ts';
import type { Snapshot } from './snapshot.ts';

/** Traded in a day, in USDT: below it a price moves by a few orders, and would lead every list of movers. */
const LIQUID = { digits: 5_000_000n, scale: 0 };
/** Where no volume is known, this many of the biggest count as liquid. */
const LIQUID_RANKS = 60;
/** Volumes of fewer coins than this make no list. */
const FEWEST_VOLUMES = 5;
const ZERO = { digits: 0n, scale: 0 };

/**
 * Coin ids in the order of a list; known coins only, each once.
 * `market-cap`: the order a source told, then the bundled order for the coins it left out. `most-traded`: by the volume of
 * 24 hours, coins without one left out. `gainers`, `losers`: by the change of 24 hours, liquid coins that really rose or fell;
 * there may be none. `trending`: as told. `watchlist`: as the reader ordered it. A list that nobody has told the figures
 * for (most traded, trending) is that by market cap.
 */
export function hotOrder(
  snapshot: Snapshot,
  coins: CoinList,
  kind: HotList,
  watchlist: readonly string[],
): string[] {
  const known = (ids: readonly string[] = []): string[] => ids.filter((id) => coins.has(id));
  const ranked = [...new Set([...known(snapshot.hot?.ids), ...coins.keys()])];
  if (kind === 'watchlist') return known(watchlist);
  const trending = known(snapshot.trending?.ids);
  if (kind === 'trending' && trending.length > 0) return [...new Set(trending)];
  if (kind === 'most-traded') {
    const traded = sorted(ranked, (id) => snapshot.quotes[id]?.volume24h, -1);
    return traded.length < FEWEST_VOLUMES ? ranked : traded;
  }
  if (kind === 'gainers' || kind === 'losers') {
    const liquid = ranked.filter((id, rank) => isLiquid(snapshot.quotes[id]?.volume24h, rank));
    const sign = kind === 'gainers' ? 1 : -1;
    return sorted(liquid, (id) => snapshot.quotes[id]?.change24h, -sign, sign);
  }
  return ranked;
}

function isLiquid(volume: string | undefined, rank: number): boolean {
  const amount = parseDecimal(volume);
  return amount ? compare(amount, LIQUID) >= 0 : rank < LIQUID_RANKS;
}

/** Ids by a figure, those without it left out, and with `sign` those of another sign too. Ties stay as they were. */
function sorted(
  ids: readonly string[],
  figureOf: (id: string) => string | null | undefined,
  direction: number,
  sign?: number,
): string[] {
  const figures = ids.flatMap((id): [string, Decimal][] => {
    const figure = parseDecimal(figureOf(id));
    return figure && (!sign || compare(figure, ZERO) === sign) ? [[id, figure]] : [];
  });
  return figures.sort(([, a], [, b]) => direction * compare(a, b)).map(([id]) => id);
}
