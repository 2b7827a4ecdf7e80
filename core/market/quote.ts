import { compare, type Decimal, decimalText, parseDecimal } from '../money/decimal.ts';
import { changeBetween } from '../money/percent-change.ts';

/** One coin's price as one source told it. */
export interface Quote {
  /** Price in USDT, plain decimal text, above zero. */
  readonly last: string;
  /** Rolling 24-hour change in percent, plain decimal text; null when the source has none. */
  readonly change24h: string | null;
  /** Id of the provider. */
  readonly source: string;
  /** When the price was true: the venue's event time where it gives one, else the time of the answer. Ms since the epoch. */
  readonly at: number;
  /** Traded in the last 24 hours, in USDT (or dollars), decimal text; absent when the source does not say. */
  readonly volume24h?: string;
  /** Since when the source has been telling exactly this price, ms since the epoch; absent while it moves. */
  readonly unchangedSince?: number;
  /** Id of a source that gives a price more than 2 % away; absent while nobody contradicts. */
  readonly disputedBy?: string;
}

const ZERO = { digits: 0n, scale: 0 };

/** Plain text that reads back, or null: an exponent can make a number too long for that, and none such is a price. */
function storableText(value: Decimal): string | null {
  const text = decimalText(value);
  return parseDecimal(text) && text;
}

/** A price out of an untrusted value, as plain decimal text above zero; null when it is none. */
export function priceText(value: unknown): string | null {
  const price = parseDecimal(value);
  return price && compare(price, ZERO) > 0 ? storableText(price) : null;
}

/**
 * Makes a quote of what a source sent, or null when the price is missing, not a number, or not above zero.
 * A source's clock may run ahead: a quote is never dated after the answer that carried it.
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
 * (last - open) / open in percent, as decimal text, cut off after six decimals; null when one of them is no number, or the first
 * is not above zero. A change too small for six decimals becomes the smallest one that they can express, and so keeps its sign:
 * printed, it is what `percentChange` prints of the same pair.
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
