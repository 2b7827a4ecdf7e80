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
