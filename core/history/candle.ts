/** A stretch of past prices. */
export interface Candle {
  /** Start, ms since the epoch. */
  readonly at: number;
  /** Length in ms; 0 for a single point. */
  readonly ms: number;
  /** Price in USDT at the start and at the end, plain decimal text, above zero. The same for a single point. */
  readonly open: string;
  readonly close: string;
}
