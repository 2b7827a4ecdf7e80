import type { DateHint } from '../article-types.ts';
import { AHEAD, readDate, type Written } from './parse-date.ts';
import { DAY, HOUR } from './time-zone.ts';

/** Kinds of statements in the order they are trusted. */
const TRUST: readonly DateHint['from'][] = ['json-ld', 'meta', 'time', 'text'];
/** Names that tell of a publication; with separators and case taken out. */
const PUBLISHED =
  /publi(?:sh|cation)|pubdate|pubtime|issued|created|createat|creationdate|sailthrudate|uploaddate|posted|releasedate|^(?:dc|dcterms)?date$|^datetime$|^time$|originaldate/;
/** Names and words that tell of something else that happened to the page. */
const CHANGED =
  /modif|lastmod|updat|revis|changed|expir|valid|event|start|end(?:date|time)|crawl|birth|copyright/;
const PARTS =
  /(?=published|posted|发布|發布|发表|發表)|(?=(?:last )?(?:updated|modified|edited)|(?:最后|最後)?(?:更新|修改|编辑于|編輯於))/i;
const CHANGED_PART = /^(?:(?:last )?(?:updated|modified|edited)|(?:最后|最後)?(?:更新|修改|编辑|編輯))/i;

/** The block that began it all: nothing about it was published before 2009. */
const EARLIEST = Date.UTC(2009, 0, 1);
/** Statements further apart than any two time zones contradict each other. */
const CONTRADICTION = 26 * HOUR;
/** No zone is further from UTC. */
const ZONES = 14 * HOUR;

/** The shape of `2025-10-10`, `10月10日`, `Oct 10`, `3 小时前`, `2 hours ago`: of what stands near a headline, only this is looked at. */
const DATED = /20\d\d|\d月\d|[a-z]{3}\.? \d|\d.*(前|ago)/i;

interface Statement extends Written {
  readonly from: DateHint['from'];
}

/**
 * When an article was published.
 *
 * Trust goes in this order: JSON-LD, meta tags, `<time>` elements, text near the headline; within a kind,
 * those called published before those called created or date, then the first. A date
 * of change (`dateModified`, 更新) is never used, nor one before 2009 or more than ten minutes ahead of `now`. A day without
 * a time is too coarse to be the answer and serves as a witness only. If the two most trusted kinds contradict each other
 * by more than 26 hours, the one that the text agrees with counts, else the more trusted. Midnight on the dot is mostly a
 * day in disguise: a statement with a time within that day goes before it.
 * @param lang the page's language tag
 * @param now ms since the epoch
 * @returns ms since the epoch; null when the page does not say
 */
export function publishedAt(dates: readonly DateHint[], lang: string, now: number): number | null {
  const isChinesePage = /^(?:zh|cmn|yue)\b/i.test(lang);
  const isNamed = ({ name }: DateHint): boolean => /publi[sc]/i.test(name);
  const statements = TRUST.flatMap((kind) =>
    dates.filter(({ from }) => from === kind).sort((a, b) => Number(isNamed(b)) - Number(isNamed(a))),
  ).flatMap((hint) => statementOf(hint, isChinesePage, now) ?? []);
  const timed = statements.filter(({ precision }) => precision !== 'day');
  const first = timed[0];
  if (!first) return null;
  return preciser(pickStatement(first, timed, statements), timed).at;
}

function statementOf({ from, name, value }: DateHint, isChinesePage: boolean, now: number): Statement | null {
  if (!isAboutPublication(from, name)) return null;
  if (from === 'text' && !DATED.test(value)) return null;
  // In JSON a plus may be written by its number.
  for (const part of value.replace(/\\u002b/i, '+').split(PARTS)) {
    const written = CHANGED_PART.test(part) ? null : readDate(part, { isChinesePage, now });
    if (written) return written.at < EARLIEST || written.at > now + AHEAD ? null : { from, ...written };
  }
  return null;
}

function isAboutPublication(from: DateHint['from'], name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  // `entry-date published updated` is what some name both in one.
  if (CHANGED.test(plain) && !plain.includes('published')) return false;
  return (from !== 'json-ld' && from !== 'meta') || PUBLISHED.test(plain);
}

function pickStatement(
  first: Statement,
  timed: readonly Statement[],
  statements: readonly Statement[],
): Statement {
  const second = timed.find(({ from }) => from !== first.from);
  // The text cannot be its own witness.
  if (!second || second.from === 'text' || Math.abs(first.at - second.at) <= CONTRADICTION) return first;
  const supporters = statements.filter(({ from }) => from === 'text');
  const agrees = (one: Statement): boolean => supporters.some((supporter) => isAgreed(supporter, one));
  return agrees(second) && !agrees(first) ? second : first;
}

/** The same moment but for a time zone misread; for a day, any moment that is that day somewhere. */
function isAgreed({ at, precision }: Written, one: Written): boolean {
  return one.at >= at - ZONES && one.at <= at + ZONES + (precision === 'day' ? DAY : 0);
}

function preciser(one: Statement, timed: readonly Statement[]): Statement {
  if (one.precision !== 'midnight') return one;
  const later = timed.find(({ at, precision }) => precision === 'minute' && at > one.at && at < one.at + DAY);
  return later ?? one;
}
