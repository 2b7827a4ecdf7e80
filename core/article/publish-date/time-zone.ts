const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** China, Hong Kong, Taiwan: no daylight saving time. Minutes east of UTC. */
export const CHINA = 480;

/** Fixed offsets by abbreviation, in minutes. CST is Chicago's; on Chinese pages it is China's. */
const FIXED: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BST: 60,
  CET: 60,
  CEST: 120,
  HKT: CHINA,
  SGT: CHINA,
  JST: 540,
  KST: 540,
};
/** American zones without a DST letter: standard offset, in minutes. */
const AMERICAN: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

/** Returns the day of the month of the n-th Sunday. */
function sunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + 7 * (nth - 1);
}

/** Whether US daylight saving time applies: from the second Sunday in March to the first in November, at 2 a.m. */
function isAmericanSummer(local: number): boolean {
  const year = new Date(local).getUTCFullYear();
  return (
    local >= Date.UTC(year, 2, sunday(year, 2, 2), 2) && local < Date.UTC(year, 10, sunday(year, 10, 1), 2)
  );
}

const SIGNED = /^ ?\(?(?:UTC|GMT)? ?([+-])(\d{1,2}):?(\d\d)?(?!\d)/i;
const NAMED = /^,? ?\(?([A-Z]{1,4})\b/;

/** `+08:00` in minutes; null for what is further from UTC than any zone. */
function signedOffset([, sign, hours, minutes]: RegExpExecArray): number | null {
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  if (offset > 14 * 60) return null;
  return sign === '-' ? -offset : offset;
}

/**
 * Parses the time zone that follows a time of day.
 * @param after the text after the time
 * @param local the time as if it were UTC, ms
 * @param isChinese whether the page or the format is Chinese
 * @returns minutes east of UTC; null if there is no zone
 */
export function zoneAfter(after: string, local: number, isChinese: boolean): number | null {
  const signed = SIGNED.exec(after);
  if (signed) return signedOffset(signed);
  if (/北京时间|香港时间|台北时间/.test(after)) return CHINA;
  const name = NAMED.exec(after)?.[1] ?? '';
  if (isChinese && name === 'CST') return CHINA;
  const american = AMERICAN[name];
  if (american !== undefined) return american + (isAmericanSummer(local) ? 60 : 0);
  return FIXED[name] ?? null;
}
