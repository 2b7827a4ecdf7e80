import type { ArticleAnswer } from '../../core/article/article-types.ts';
import { addressOf } from '../../page/address.ts';
import { rangeIn, readPassages, textOf } from '../../page/article-text.ts';
import { readDates } from '../../page/dates.ts';
import { observe } from '../../page/events.ts';
import { isInPage, type MentionRange } from '../../page/mentions.ts';
import { now } from '../../platform/clock.ts';
import { send } from '../../platform/content-bridge.ts';
import { delay, throttle } from '../../platform/timers.ts';

const FIRST_PATIENCE_MS = 700;
const LONGEST_PATIENCE_MS = 30_000;
/** The panel waits so long for the reading. */
const DUE_MS = 100;

/** One article, as far as it has been read. */
export interface Reader {
  /** Null until the background has answered. */
  reading: ArticleAnswer | null;
  spots: readonly MentionRange[];
  /**
   * The panel comes once and complete, if the article's coins are known soon; it does not wait for a background that has to be
   * woken first.
   */
  isDue: boolean;
  /** Finds out what the article's coins cost when it was published, where that is not known. */
  askPasts(): void;
}

/**
 * Reads an article, and reads it again when it changes, ever more patiently: some texts never rest.
 * @param column the text column
 * @param changed called when the reading or the places of its coins have changed
 */
export function startReader(column: Element, lang: string, changed: () => void, signal: AbortSignal): Reader {
  const reader: Reader = { reading: null, spots: [], isDue: false, askPasts };
  // The whole article around the column: abstracts stand beside it.
  const article = column.closest('article') ?? column;
  let patience = FIRST_PATIENCE_MS;
  let seen: string | null = '';
  let asked = '';

  const readLater = throttle(read, signal, () => patience);

  async function read(): Promise<void> {
    const before = seen;
    const text = article.textContent;
    seen = text;
    // Pictures and frames come and go, and our own note comes: none of that is text.
    if (reader.reading && text === before && reader.spots.every(isInPage)) return;
    patience = Math.min(2 * patience, LONGEST_PATIENCE_MS);
    const headline = article.querySelector('h1') ?? document.querySelector('h1');
    const passages = await readPassages(headline ? [headline, article] : [article], now);
    const blocks = passages.map(textOf);
    const dates = readDates(article, headline);
    const answer =
      !document.hidden &&
      (await send({ type: 'read-article', article: { lang, path: addressOf(), blocks, dates } }));
    if (!answer) {
      // Nobody looks, or nobody answers: not read yet.
      seen = '';
      readLater();
      return;
    }
    // Another page by now, or being read anew.
    if (signal.aborted || (seen && seen !== text)) return;
    reader.reading = answer;
    reader.spots = reader.reading.mentions.flatMap(({ id, block, start, end }) => {
      const range = rangeIn(passages[block] ?? [], start, end);
      return range ? [{ id, range }] : [];
    });
    due();
  }

  function due(): void {
    reader.isDue = true;
    changed();
  }

  async function askPasts(): Promise<void> {
    const { published: at, coins = [], pasts } = reader.reading ?? {};
    const ids = coins.flatMap(({ id }) => (pasts?.[id] ? [] : [id]));
    const wish = `${at}${ids}`;
    if (!at || ids.length === 0 || wish === asked) return;
    asked = wish;
    const more = await send({ type: 'history', ids, at });
    if (!more) asked = '';
    // The article may have been read again since, and differently.
    else if (reader.reading?.published === at && !signal.aborted) {
      reader.reading = { ...reader.reading, pasts: { ...reader.reading.pasts, ...more } };
      changed();
    }
  }

  observe([article], { childList: true, characterData: true, subtree: true }, readLater, signal);
  delay(DUE_MS, () => reader.isDue || due(), signal);
  void read();
  return reader;
}
