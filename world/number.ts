/** Number of decimals in decimal text: 4 for `2.1517`. */
export const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Returns the text with exactly `places` decimals, zero-padded like exchanges do: `646.71` → `646.71000000`. */
export function padded(text: string, places = 8): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return places === 0 ? whole : `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`;
}

/** Formats a number as plain decimal text without trailing zeros or an exponent. */
export function plainText(value: number, places: number): string {
  const text = value.toFixed(Math.min(places, 20));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Rounds a number, for venues that send JSON numbers. */
export const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** mulberry32: a small seeded generator that makes a simulated market repeatable. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns a stable hash of a text, which gives each coin its own curve. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}
