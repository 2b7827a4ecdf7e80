const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A moment as a reader's clock shows it: `20:22:30` on the day of `now`, else `10-10 20:22`, with the year when it is another.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function localMoment(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  if (then.toDateString() === today.toDateString()) return `${time}:${two(then.getSeconds())}`;
  const day = `${two(then.getMonth() + 1)}-${two(then.getDate())}`;
  return then.getFullYear() === today.getFullYear()
    ? `${day} ${time}`
    : `${then.getFullYear()}-${day} ${time}`;
}
