const PLACES = 40;

/** Decimal text, as 10^-40. */
function scaledDigits(text: string): bigint {
  const [whole = '', fraction = ''] = `${text}`.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}

/**
 * The change from one price to another in percent, ready to print; exact, as `formatChange(changeSince(past, last))` is, at a
 * fraction of its size: the page-facing script has no other arithmetic.
 * @param past above zero, decimal text
 * @param last decimal text; where one of them is no price the text is empty
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
