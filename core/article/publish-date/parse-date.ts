import { fold } from '../mentions/fold.ts';
import { CHINA, DAY, HOUR, zoneAfter } from './time-zone.ts';

/** A parsed date. */
export interface Written {
  /** ms since the epoch; for a day without a time, its start in UTC. */
  readonly at: number;
  readonly precision: 'minute' | 'midnight' | 'day';
}

export interface Reading {
  readonly isChinesePage: boolean;
  /** ms since the epoch. */
  readonly now: number;
}

interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly isChinese: boolean;
  /** The text around the date. */
  readonly before: string;
  readonly after: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const CHINESE_FULL = /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/;
const NUMERIC = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const CHINESE_SHORT = /(?<!\d)()(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/;
const DASHED_SHORT = /(?<![\d-])()(\d{1,2})-(\d{1,2})(?= +\d{1,2}:)/;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`, 'i');
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
const RELATIVE_DAY = /(今天|今日|昨天|昨日|前天)/;
const DAYS_BACK: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };

const partsAround = (text: string, match: RegExpExecArray): Pick<Day, 'before' | 'after'> => ({
  before: text.slice(0, match.index),
  after: text.slice(match.index + match[0].length),
});

/** Day and month are ambiguous unless one number is too large or both are equal. */
function slashed(match: RegExpExecArray, text: string): Day | null {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first <= 12 && second <= 12 && first !== second) return null;
  const [month, day] = first > 12 ? [second, first] : [first, second];
  return { year, month, day, isChinese: false, ...partsAround(text, match) };
}

function dayIn(text: string, { isChinesePage, now }: Reading): Day | null {
  const chinese = CHINESE_FULL.exec(text) ?? CHINESE_SHORT.exec(text);
  const match = chinese ?? NUMERIC.exec(text) ?? (isChinesePage ? DASHED_SHORT.exec(text) : null);
  if (match) {
    const year = match[1] ? Number(match[1]) : null;
    const isChinese = chinese !== null;
    return { year, month: Number(match[2]), day: Number(match[3]), isChinese, ...partsAround(text, match) };
  }
  const english = MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  if (english) {
    const [first = '', second = ''] = [english[1], english[2]];
    const [name, day] = /\d/.test(first) ? [second, first] : [first, second];
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    return {
      year: Number(english[3]),
      month,
      day: Number(day),
      isChinese: false,
      ...partsAround(text, english),
    };
  }
  const numbers = SLASHED.exec(text);
  if (numbers) return slashed(numbers, text);
  const relative = RELATIVE_DAY.exec(text);
  if (!relative) return null;
  const then = new Date(now + CHINA * 60_000 - (DAYS_BACK[relative[1] ?? ''] ?? 0) * DAY);
  return {
    year: then.getUTCFullYear(),
    month: then.getUTCMonth() + 1,
    day: then.getUTCDate(),
    isChinese: true,
    ...partsAround(text, relative),
  };
}

const TIME =
  /(上午|下午|晚上|晚间|凌晨|早上|中午)? ?(?<!\d)(\d{1,2})(?:[:时点])(\d{2})(?!\d)(?:[:分](\d{2})(?!\d)(?:[.,](\d{1,9}))?)?分? ?(a\.?m\b\.?|p\.?m\b\.?)?/i;

interface Clock {
  /** ms since midnight. */
  readonly ms: number;
  readonly after: string;
}

function clockIn(text: string): Clock | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [whole, part = '', hourText, minute, second = '0', fraction = '', half = ''] = match;
  let hour = Number(hourText);
  const isAfternoon = /^p/i.test(half) || /下午|晚/.test(part) || (part === '中午' && hour < 3);
  if (isAfternoon && hour < 12) hour += 12;
  if ((/^a/i.test(half) || /上午|凌晨/.test(part)) && hour === 12) hour = 0;
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const ms =
    hour * HOUR +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return { ms, after: text.slice(match.index + whole.length) };
}

/** Returns the start of the day as if it were in UTC; null for dates such as November 31. */
function dayStart(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : null;
}

const UNIX = /^\d{10}(?:\d{3})?$/;
const AGO =
  /(\d{1,3}|an?)\+? ?(?:(秒|seconds?|secs?|s)|(分钟?|minutes?|mins?|m)|(个?小时|hours?|hrs?|h)) ?(?:前|ago)/i;
const JUST_NOW = /^(?:刚刚|just now)$/i;

/** `3 hours ago`, 5分钟前, 刚刚. Days ago are too coarse. */
function ago(text: string, now: number): Written | null {
  if (JUST_NOW.test(text)) return { at: now, precision: 'minute' };
  const [, number = '', seconds, minutes] = AGO.exec(text) ?? [];
  if (!number) return null;
  const count = /\d/.test(number) ? Number(number) : 1;
  return { at: now - count * (seconds ? 1000 : minutes ? 60_000 : HOUR), precision: 'minute' };
}

/** How far a page's clock may be ahead of ours, in ms. */
export const AHEAD = 10 * 60_000;

/**
 * Parses one date: ISO, RFC 2822, Unix seconds or milliseconds, and the formats of Chinese and English pages. Without a
 * time zone, Chinese pages and formats use China's time, all others UTC. Without a year, the latest date that is not in
 * the future is used.
 * @returns null if the date is ambiguous or not a date
 */
export function readDate(value: string, reading: Reading): Written | null {
  const text = fold(value).trim();
  if (UNIX.test(text)) return { at: Number(text) * (text.length === 10 ? 1000 : 1), precision: 'minute' };
  const relative = ago(text, reading.now);
  if (relative) return relative;
  const day = dayIn(text, reading);
  if (!day) return null;
  if (day.year !== null) return momentOf(day, day.year, reading);
  const year = new Date(reading.now + CHINA * 60_000).getUTCFullYear();
  const moment = momentOf(day, year, reading);
  return moment && moment.at <= reading.now + AHEAD ? moment : momentOf(day, year - 1, reading);
}

function momentOf(day: Day, year: number, { isChinesePage }: Reading): Written | null {
  const start = dayStart(year, day.month, day.day);
  if (start === null) return null;
  const clock = clockIn(day.after) ?? clockIn(day.before);
  if (!clock) return { at: start, precision: 'day' };
  const isChinese = isChinesePage || day.isChinese;
  const local = start + clock.ms;
  // The time zone may follow the time, or the text may start with 北京时间.
  const zone = zoneAfter(clock.after, local, isChinese) ?? zoneAfter(day.before, local, isChinese);
  const offset = zone ?? (isChinese ? CHINA : 0);
  return { at: local - offset * 60_000, precision: clock.ms === 0 ? 'midnight' : 'minute' };
}
