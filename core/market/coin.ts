/** A coin as Tickside knows it. The key is the CoinGecko id: symbols collide and get renamed, ids do not. */
export interface Coin {
  /** CoinGecko id, e.g. `bitcoin`. */
  readonly id: string;
  /** Common ticker, e.g. `BTC`. Not an identity. */
  readonly symbol: string;
  readonly name: { readonly en: string; readonly 'zh-Hans': string; readonly 'zh-Hant': string };
}

/** Coins by id, in bundled order. */
export type CoinList = ReadonlyMap<string, Coin>;

/** What a CoinGecko id looks like. */
export const COIN_ID = /^[a-z0-9-]{1,40}$/;
