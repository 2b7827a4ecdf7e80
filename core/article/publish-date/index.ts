import type { DateHint } from '../article-types.ts';
import { AHEAD, readDate, type Written } from './parse-date.ts';
import { DAY, HOUR } from './time-zone.ts';

/** Kinds of dates, most trusted first. */
const TRUST: readonly DateHint['from'][] = ['json-ld', 'meta', 'time', 'text'];
/** Property names that mean publication, in lower case without separators. */
const PUBLISHED =
  /publi(?:sh|cation)|pubdate|pubtime|issued|created|createat|creationdate|sailthrudate|uploaddate|posted|releasedate|^(?:dc|dcterms)?date$|^datetime$|^time$|originaldate/;
/** Property names and words that mean another event. */
const CHANGED =
  /modif|lastmod|updat|revis|changed|expir|valid|event|start|end(?:date|time)|crawl|birth|copyright/;
const PARTS =
  /(?=published|posted|发布|發布|发表|發表)|(?=(?:last )?(?:updated|modified|edited)|(?:最后|最後)?(?:更新|修改|编辑于|編輯於))/i;
const CHANGED_PART = /^(?:(?:last )?(?:updated|modified|edited)|(?:最后|最後)?(?:更新|修改|编辑|編輯))/i;

/** The month of the Bitcoin genesis block: nothing about crypto was published earlier. */
const EARLIEST = Date.UTC(2009, 0, 1);
/** Dates further apart than any two time zones contradict each other. */
const CONTRADICTION = 26 * HOUR;
/** The maximum offset from UTC. */
const ZONES = 14 * HOUR;

/** The shape of `2025-10-10`, `10月10日`, `Oct 10`, `3 小时前`, `2 hours ago`. Other text near the headline is ignored. */
const DATED = /20\d\d|\d月\d|[a-z]{3}\.? \d|\d.*(前|ago)/i;

interface Statement extends Written {
  readonly from: DateHint['from'];
}

/**
 * Returns when an article was published.
 *
 * Sources in order of trust: JSON-LD, meta tags, `<time>` elements, text near the headline. Within a kind, names with
 * "published" come before "created" or "date", then the first one wins. Ignored: modification dates (`dateModified`,
 * 更新), dates before 2009, and dates more than ten minutes after `now`. A day without a time is too coarse to be the
 * result, but can support other dates. If the two most trusted kinds differ by more than 26 hours, the one that the
 * text agrees with wins, else the more trusted one. Exactly midnight usually means a day without a time, so a date with
 * a time within that day is preferred.
 * @param lang the page's language tag
 * @param now ms since the epoch
 * @returns ms since the epoch; null if the page has no usable date
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
  return preferTimed(pickStatement(first, timed, statements), timed).at;
}

function statementOf({ from, name, value }: DateHint, isChinesePage: boolean, now: number): Statement | null {
  if (!isAboutPublication(from, name)) return null;
  if (from === 'text' && !DATED.test(value)) return null;
  // In JSON, a plus sign may be escaped.
  for (const part of value.replace(/\\u002b/i, '+').split(PARTS)) {
    const written = CHANGED_PART.test(part) ? null : readDate(part, { isChinesePage, now });
    if (written) return written.at < EARLIEST || written.at > now + AHEAD ? null : { from, ...written };
  }
  return null;
}

function isAboutPublication(from: DateHint['from'], name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  // Some sites use `entry-date published updated` for both dates in one element.
  if (CHANGED.test(plain) && !plain.includes('published')) return false;
  return (from !== 'json-ld' && from !== 'meta') || PUBLISHED.test(plain);
}

function pickStatement(
  first: Statement,
  timed: readonly Statement[],
  statements: readonly Statement[],
): Statement {
  const second = timed.find(({ from }) => from !== first.from);
  // Text near the headline cannot support itself.
  if (!second || second.from === 'text' || Math.abs(first.at - second.at) <= CONTRADICTION) return first;
  const supporters = statements.filter(({ from }) => from === 'text');
  const agrees = (statement: Statement): boolean =>
    supporters.some((supporter) => isAgreed(supporter, statement));
  return agrees(second) && !agrees(first) ? second : first;
}

/** Whether two dates agree up to a misread time zone; a day agrees with any time on it in any zone. */
function isAgreed({ at, precision }: Written, statement: Written): boolean {
  return statement.at >= at - ZONES && statement.at <= at + ZONES + (precision === 'day' ? DAY : 0);
}

function preferTimed(statement: Statement, timed: readonly Statement[]): Statement {
  if (statement.precision !== 'midnight') return statement;
  const later = timed.find(
    ({ at, precision }) => precision === 'minute' && at > statement.at && at < statement.at + DAY,
  );
  return later ?? statement;
}
