import { ALIASES } from '../../core/market/coin-aliases.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';

// NFKC: full-width letters, which Chinese input methods type, match normal ones.
const normalized = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Checks whether a coin's symbol or a name in any language contains the query. An empty query matches every coin. */
export function isFound(id: string, query: string): boolean {
  const wanted = normalized(query);
  const coin = COIN_BY_ID.get(id);
  if (!wanted || !coin) return !wanted;
  return [coin.symbol, ...Object.values(coin.name), ...(ALIASES[id] ?? [])].some((name) =>
    normalized(name).includes(wanted),
  );
}
