import type { Language } from '../i18n/language.ts';

/** A coin as Tickside knows it. The key is the CoinGecko id: symbols collide and get renamed, ids do not. */
export interface Coin {
  /** CoinGecko id, e.g. `bitcoin`. */
  readonly id: string;
  /** Common ticker, e.g. `BTC`. Not an identity. */
  readonly symbol: string;
  /** Where a language has a name of its own for it; the others print the English one. */
  readonly name: { readonly en: string } & Partial<Readonly<Record<Language, string>>>;
}

/** The name of a coin in a language. */
export const coinName = ({ name }: Coin, language: Language): string => name[language] ?? name.en;

/** Coins by id, in bundled order. */
export type CoinList = ReadonlyMap<string, Coin>;

/** What a CoinGecko id looks like. */
export const COIN_ID = /^[a-z0-9-]{1,40}$/;
const SYMBOL = /^[A-Z0-9]{1,12}$/;
const LONGEST_NAME = 40;
const MOST_COINS = 400;

/**
 * Reads coins from lines of `id|symbol|English|Simplified|Traditional`. An empty Chinese name means that Chinese sites print
 * the English one; an empty Traditional name is the Simplified one. Lines may come from storage, so each is checked.
 */
export function parseCoins(lines: unknown): CoinList {
  const coins = new Map<string, Coin>();
  for (const line of Array.isArray(lines) ? lines.slice(0, MOST_COINS) : []) {
    const [id = '', symbol = '', ...names] = String(line).split('|');
    const [en = '', hans, hant] = names.map((name) => name.slice(0, LONGEST_NAME));
    if (!COIN_ID.test(id) || !SYMBOL.test(symbol)) continue;
    coins.set(id, { id, symbol, name: { en, 'zh-Hans': hans || en, 'zh-Hant': hant || hans || en } });
  }
  return coins;
}
