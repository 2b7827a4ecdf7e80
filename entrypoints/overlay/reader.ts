import { addressOf } from '../../page/address.ts';
import { rangeIn, readPassages, textOf } from '../../page/article-text.ts';
import { readDates } from '../../page/dates.ts';
import { observe } from '../../page/events.ts';
import { isInPage } from '../../page/mentions.ts';
import { now } from '../../platform/clock.ts';
import { send } from '../../platform/content-bridge.ts';
import { delay, throttle } from '../../platform/timers.ts';
import type { OverlayContext } from './effects.ts';
import { articleAsked, articleRead, readingDue } from './state.ts';

const FIRST_PATIENCE_MS = 700;
const LONGEST_PATIENCE_MS = 30_000;
/** The panel waits this long for the coins, and not for a background that has to be woken first. */
const DUE_MS = 100;

/**
 * Reads an article, and reads it again when it changes, ever more patiently: some texts never rest. Ends with the visit.
 * @param column the text column
 * @param visit its number; questions are numbered within it, as they start
 */
export function startReader(
  column: Element,
  visit: number,
  { state, dispatch, visit: { signal } }: Pick<OverlayContext, 'state' | 'dispatch' | 'visit'>,
): void {
  const lang = state().facts?.language.tag ?? '';
  // The whole article around the column: abstracts are beside it.
  const article = column.closest('article') ?? column;
  let patience = FIRST_PATIENCE_MS;
  let seen: string | null = '';
  let asked = 0;

  const readLater = throttle(read, signal, () => patience);

  async function read(): Promise<void> {
    const before = seen;
    const text = article.textContent;
    seen = text;
    const known = state().reading;
    // Pictures and frames come and go, and our own note comes: none of that is text.
    if (known?.answer && text === before && known.mentions.every(isInPage)) return;
    patience = Math.min(2 * patience, LONGEST_PATIENCE_MS);
    asked += 1;
    const seq = asked;
    if (text !== before) dispatch(articleAsked(visit, seq));
    const headline = article.querySelector('h1') ?? document.querySelector('h1');
    const passages = await readPassages(headline ? [headline, article] : [article], now);
    const blocks = passages.map(textOf);
    const dates = readDates(article, headline);
    const answer =
      !document.hidden &&
      (await send({ type: 'read-article', article: { lang, path: addressOf(), blocks, dates } }));
    if (answer) {
      const mentions = answer.mentions.flatMap(({ id, block, start, end }) => {
        const range = rangeIn(passages[block] ?? [], start, end);
        return range ? [{ id, range }] : [];
      });
      dispatch(articleRead(visit, seq, answer, mentions));
    } else if (seq === asked) {
      // Nobody looks, or nobody answers: not read yet.
      seen = '';
      readLater();
    }
  }

  observe([article], { childList: true, characterData: true, subtree: true }, readLater, signal);
  delay(DUE_MS, () => dispatch(readingDue(visit)), signal);
  void read();
}
