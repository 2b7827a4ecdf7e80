import { ALIASES } from '../../core/market/coin-aliases.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';

// NFKC: full-width letters, as Chinese keyboards type them, are the same letters.
const normalized = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Does a coin go by this, in any language, in part or as a whole? An empty query finds every coin. */
export function isFound(id: string, query: string): boolean {
  const wanted = normalized(query);
  const coin = COIN_BY_ID.get(id);
  if (!wanted || !coin) return !wanted;
  return [coin.symbol, ...Object.values(coin.name), ...(ALIASES[id] ?? [])].some((name) =>
    normalized(name).includes(wanted),
  );
}
