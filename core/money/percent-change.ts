const PLACES = 40;

/** Decimal text in units of 10^-40. */
function scaledDigits(text: string): bigint {
  const [whole = '', fraction = ''] = `${text}`.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}

/**
 * Formats the change between two prices in percent. Exact, like `formatChange(changeSince(past, last))`, at a fraction
 * of its size: it is the only arithmetic in the page-facing script.
 * @param past decimal text above zero
 * @param last decimal text
 * @returns empty text if one of them is not a price
 */
export function percentChange(past: string, last: string): string {
  if (![past, last].every((price) => /^\d{1,30}(\.\d{1,40})?$/.test(price))) return '';
  const [from, to] = [scaledDigits(past), scaledDigits(last)];
  if (from === 0n) return '';
  const gain = to > from ? to - from : from - to;
  if (gain === 0n) return '0%';
  // In hundredths of a percent, rounded half up.
  const text = String((gain * 20_000n + from) / (from * 2n)).padStart(3, '0');
  const whole = text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${to > from ? '+' : '-'}${whole}.${text.slice(-2)}%`;
}
