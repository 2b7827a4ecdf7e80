import type { Coin } from '../../core/market/coin.ts';
import { COINS } from '../../core/market/coin-catalog.ts';
import { failed, type Result, success } from '../../core/sources/result.ts';

/** The coins that a venue lists, and their names there. */
interface Listing {
  /** Names by coin id. */
  readonly names: ReadonlyMap<string, string>;
  /** Coin ids by name. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Returns all coins except those that a venue does not list.
 * @param unlisted coin ids, separated by white space
 */
export function listCoins(unlisted: string, nameOf: (coin: Coin) => string): Listing {
  const left = new Set(unlisted.trim().split(/\s+/));
  const names = new Map(COINS.filter(({ id }) => !left.has(id)).map((coin) => [coin.id, nameOf(coin)]));
  return { names, ids: new Map([...names].map(([id, name]) => [name, id])) };
}

/** Returns the coins whose names are in a current list. A list without any of them is invalid: not all coins can be gone. */
export function readListing(
  coins: ReadonlyMap<string, string>,
  names: readonly unknown[],
): Result<ReadonlySet<string>> {
  const texts = names.filter((name) => typeof name === 'string');
  const listed = new Set(texts.flatMap((name) => coins.get(name) ?? []));
  if (listed.size > 0) return success(listed);
  return failed(names.length > 0 && texts.length === 0 ? 'bad-shape' : 'empty');
}
