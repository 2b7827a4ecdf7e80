import type { Language } from '../i18n/language.ts';

/** A coin. The key is the CoinGecko id: symbols collide and get renamed, ids do not. */
export interface Coin {
  /** CoinGecko id, e.g. `bitcoin`. */
  readonly id: string;
  /** Common ticker, e.g. `BTC`. Not an identity. */
  readonly symbol: string;
  /** Names in languages that have their own; the others use the English one. */
  readonly name: { readonly en: string } & Partial<Readonly<Record<Language, string>>>;
}

/** Returns the name of a coin in a language. */
export const coinName = ({ name }: Coin, language: Language): string => name[language] ?? name.en;

/** Coins by id, in bundled order. */
export type CoinList = ReadonlyMap<string, Coin>;

/** The format of a CoinGecko id. */
export const COIN_ID = /^[a-z0-9-]{1,40}$/;
