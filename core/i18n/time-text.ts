const MINUTE_MS = 60_000;

/**
 * Formats a time as ISO text in local time: the same in every language and unambiguous. Not Intl, because its first use
 * takes about ten milliseconds on every page. An invalid time is formatted as the epoch.
 */
function iso(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS);
  return new Date(local.getTime() || 0).toISOString().replace('T', ' ').slice(0, 19);
}

/**
 * Formats a time in local time: `20:22:30` on the day of `now`, else `2025-10-10 20:22`.
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
 * Formats an age: `12 s ago`.
 * @param words "just now", then the suffixes for seconds, minutes, hours and days
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function ageText(words: readonly string[], at: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < JUST_NOW) return words[0] ?? '';
  const unit = UNITS.findLastIndex((size) => seconds >= size);
  return Math.floor(seconds / (UNITS[unit] ?? 1)) + (words[unit + 1] ?? '');
}
