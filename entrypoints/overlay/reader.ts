import type { ArticleAnswer, PastPrices } from '../../core/article.ts';
import { addressOf } from '../../page/address.ts';
import { rangeIn, readPassages, textOf } from '../../page/article-text.ts';
import { readDates } from '../../page/dates.ts';
import type { Spot } from '../../page/mentions.ts';
import { now } from '../../platform/clock.ts';
import { send } from '../../platform/overlay-bridge.ts';
import { after } from '../../platform/timers.ts';

const FIRST_PATIENCE_MS = 700;
const LONGEST_PATIENCE_MS = 30_000;
/** The panel waits so long for the reading. */
const DUE_MS = 100;

/** One article, as far as it has been read. */
export interface Reader {
  /** Null until the background has answered. */
  reading: ArticleAnswer | null;
  spots: readonly Spot[];
  /**
   * The panel comes once and complete, if the article's coins are known soon; it does not wait for a background that has to be
   * woken first.
   */
  isDue: boolean;
  /** Finds out what the article's coins cost when it was published, where that is not known; once for each. */
  askPasts(): void;
}

/**
 * Reads an article, and reads it again when it changes, ever more patiently: some texts never rest.
 * @param column the text column
 * @param changed called when the reading or the places of its coins have changed
 */
export function readArticle(column: Element, lang: string, changed: () => void, signal: AbortSignal): Reader {
  const reader: Reader = { reading: null, spots: [], isDue: false, askPasts };
  // The whole article around the column: abstracts stand beside it.
  const article = column.closest('article') ?? column;
  let patience = FIRST_PATIENCE_MS;
  let told = '';
  let seen: string | undefined;
  let waits = false;
  const asked = new Set<string>();

  async function read(): Promise<void> {
    waits = false;
    const before = seen;
    seen = article.textContent;
    // Pictures and frames come and go, and our own note comes: none of that is text.
    if (seen === before && reader.spots.every(({ range }) => range.startContainer.isConnected)) return;
    const headline = article.querySelector('h1') ?? document.querySelector('h1');
    const passages = await readPassages(headline ? [headline, article] : [article], now);
    const blocks = passages.map(textOf);
    const text = blocks.join('\n');
    if (text !== told) {
      const dates = readDates(article, headline);
      const answer = await send({
        type: 'read-article',
        article: { lang, path: addressOf(), blocks, dates },
      });
      if (!answer) return;
      told = text;
      reader.reading = answer as ArticleAnswer;
    }
    if (signal.aborted) return;
    reader.spots = (reader.reading?.mentions ?? []).flatMap(({ id, block, start, end }) => {
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
    const ids = coins.flatMap(({ id }) => (pasts?.[id] || asked.has(id) ? [] : [id]));
    if (!at || ids.length === 0) return;
    for (const id of ids) asked.add(id);
    const more = (await send({ type: 'history', ids, at })) as PastPrices | undefined;
    // The article may have been read again since.
    if (reader.reading) reader.reading = { ...reader.reading, pasts: { ...reader.reading.pasts, ...more } };
    if (!signal.aborted) changed();
  }

  const observer = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    after(patience, () => void read(), signal);
    patience = Math.min(2 * patience, LONGEST_PATIENCE_MS);
  });
  observer.observe(article, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  after(DUE_MS, () => reader.isDue || due(), signal);
  void read();
  return reader;
}
