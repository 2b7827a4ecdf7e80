import { compare, type Decimal, decimalText, parseDecimal } from '../money/decimal.ts';
import { changeBetween } from '../money/percent-change.ts';

/** The price of one coin from one source. */
export interface Quote {
  /** Price in USDT, plain decimal text, above zero. */
  readonly last: string;
  /** Rolling 24-hour change in percent, plain decimal text; null if the source has none. */
  readonly change24h: string | null;
  /** Id of the provider. */
  readonly source: string;
  /** Time of the price: the venue's event time if it sends one, else the time of the response. Ms since the epoch. */
  readonly at: number;
  /** 24-hour volume in USDT (or dollars), decimal text; absent if the source has none. */
  readonly volume24h?: string;
  /** Since when the source has sent exactly this price, ms since the epoch; absent while the price moves. */
  readonly unchangedSince?: number;
  /** Id of a source whose price differs by more than 2%; absent if there is none. */
  readonly disputedBy?: string;
}

const ZERO = { digits: 0n, scale: 0 };

/** Returns plain decimal text that parses again, or null: with a large exponent the text would be too long, and no price is. */
function storableText(value: Decimal): string | null {
  const text = decimalText(value);
  return parseDecimal(text) && text;
}

/** Reads a price from an untrusted value: plain decimal text above zero, or null. */
export function priceText(value: unknown): string | null {
  const price = parseDecimal(value);
  return price && compare(price, ZERO) > 0 ? storableText(price) : null;
}

/**
 * Builds a quote from untrusted values; null if the price is missing, not a number, or not above zero.
 * A source's clock may be ahead: a quote is never dated later than its response.
 */
export function makeQuote(wire: {
  last: unknown;
  change24h: unknown;
  source: string;
  at: number;
  answeredAt: number;
  volume24h?: unknown;
}): Quote | null {
  const last = priceText(wire.last);
  if (last === null) return null;
  const change = parseDecimal(wire.change24h);
  const volume = parseDecimal(wire.volume24h);
  const volume24h = volume && compare(volume, ZERO) >= 0 ? storableText(volume) : null;
  const at = Number.isFinite(wire.at) && wire.at > 0 ? Math.min(wire.at, wire.answeredAt) : wire.answeredAt;
  return {
    last,
    change24h: change && storableText(change),
    source: wire.source,
    at,
    ...(volume24h !== null && { volume24h }),
  };
}

const CHANGE_PLACES = 6;

/**
 * Returns (last - open) / open in percent, as decimal text, truncated after six decimals; null if one of them is not a number,
 * or `open` is not above zero. A change too small for six decimals becomes the smallest value they can express and keeps its
 * sign, so that it prints the same as `percentChange` of the same pair.
 */
export function changeSince(open: unknown, last: unknown): string | null {
  const from = parseDecimal(open);
  const to = parseDecimal(last);
  const change = from && to && changeBetween(from, to);
  if (!change) return null;
  const { numerator, denominator } = change;
  const digits = (numerator * 10n ** BigInt(CHANGE_PLACES)) / denominator;
  const smallest = numerator < 0n ? -1n : 1n;
  return decimalText({ digits: digits || (numerator && smallest), scale: CHANGE_PLACES });
}
