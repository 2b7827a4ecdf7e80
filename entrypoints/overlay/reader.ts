import type { ArticleReading } from '../../core/article.ts';
import { addressOf } from '../../page/address.ts';
import { type Passage, rangeIn, readPassages, textOf } from '../../page/article-text.ts';
import { readDates } from '../../page/dates.ts';
import type { Spot } from '../../page/mentions.ts';
import { send } from '../../platform/overlay-bridge.ts';
import { after } from '../../platform/timers.ts';

const FIRST_PATIENCE_MS = 700;
const LONGEST_PATIENCE_MS = 30_000;

const isReading = (answer: unknown): answer is ArticleReading =>
  Array.isArray((answer as ArticleReading | undefined)?.mentions);

/** Reads one article and reads it again when it changes, ever more patiently: some texts never rest. */
export class ArticleReader {
  /** Null until the background has answered. */
  reading: ArticleReading | null = null;
  spots: readonly Spot[] = [];
  readonly #article: Element;
  readonly #lang: string;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  #told = '';
  #patience = FIRST_PATIENCE_MS;
  #waits = false;

  /** @param changed called when the reading or the places of its coins have changed */
  constructor(article: Element, lang: string, changed: () => void, signal: AbortSignal) {
    // The text column, or the whole article around it: abstracts stand beside the column.
    this.#article = article.closest('article') ?? article;
    this.#lang = lang;
    this.#changed = changed;
    this.#signal = signal;
    const observer = new MutationObserver(() => this.#readLater());
    observer.observe(this.#article, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
    void this.#read();
  }

  #readLater(): void {
    if (this.#waits) return;
    this.#waits = true;
    const read = (): void => {
      this.#waits = false;
      this.#patience = Math.min(2 * this.#patience, LONGEST_PATIENCE_MS);
      void this.#read();
    };
    after(this.#patience, read, this.#signal);
  }

  async #read(): Promise<void> {
    const headline =
      this.#article.querySelector('h1') ?? document.querySelector('main h1') ?? document.querySelector('h1');
    const passages = await readPassages(headline ? [headline, this.#article] : [this.#article]);
    const blocks = passages.map(textOf);
    const text = blocks.join('\n');
    if (text !== this.#told) {
      this.#told = text;
      const dates = readDates(this.#article, headline);
      const article = { lang: this.#lang, path: addressOf(), blocks, dates };
      const answer = await send({ type: 'read-article', article });
      if (isReading(answer)) this.reading = answer;
      else this.#told = '';
    }
    if (this.#signal.aborted) return;
    this.spots = this.reading?.mentions.flatMap((mention) => spotOf(passages, mention)) ?? [];
    this.#changed();
  }
}

function spotOf(
  passages: readonly Passage[],
  { block, start, end, id }: ArticleReading['mentions'][number],
): Spot[] {
  const range = rangeIn(passages[block] ?? [], start, end);
  return range ? [{ id, range }] : [];
}
