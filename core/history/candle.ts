/** Opening and closing price of a time span. */
export interface Candle {
  /** Start, ms since the epoch. */
  readonly at: number;
  /** Length in ms; 0 for a single point. */
  readonly ms: number;
  /** Price in USDT at start and end, as plain decimal text above zero. Equal for a single point. */
  readonly open: string;
  readonly close: string;
}
