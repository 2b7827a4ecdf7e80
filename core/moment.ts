// Swedish dates are ISO dates, in the reader's own time zone: the same in every language, and unmistakable.
const iso = (at: number): string => new Date(at).toLocaleString('sv');

/**
 * A moment as a reader's clock shows it: `20:22:30` on the day of `now`, else `2025-10-10 20:22`.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function localMoment(at: number, now: number): string {
  const then = iso(at);
  return then.slice(0, 10) === iso(now).slice(0, 10) ? then.slice(11) : then.slice(0, 16);
}

const UNITS = [1, 60, 3600, 86400];
const JUST_NOW = 5;

/**
 * An age in words: `12 s ago`.
 * @param words "just now", then what follows a number of seconds, minutes, hours and days
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function ageText(words: readonly string[], at: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < JUST_NOW) return words[0] ?? '';
  const unit = UNITS.findLastIndex((size) => seconds >= size);
  return Math.floor(seconds / (UNITS[unit] ?? 1)) + (words[unit + 1] ?? '');
}
