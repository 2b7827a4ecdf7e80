import { COIN_BY_ID } from '../../market/coin-catalog.ts';
import { lower } from './fold.ts';
import { HAN_START, type Lexicon, type Term } from './lexicon.ts';
import { PLAIN_IN_PHRASES } from './words/names.ts';
import { isFreeAfter, isFreeBefore, isPartOfHyphened, isUpper, isWrittenAs } from './written.ts';

/** A position in a block that may name a coin. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  /** Follows a dollar sign or is in a pair: sufficient by itself. */
  readonly marked: boolean;
}

const TOKEN = /[A-Za-z0-9]+/y;
/** No lexicon entry starts with a longer word, and no pair is longer. */
const LONGEST_TOKEN = 24;
const QUOTES =
  'USDT|USDC|FDUSD|BUSD|USDE|USD1|USDS|RLUSD|PYUSD|USD|TUSD|EUR|GBP|KRW|JPY|TRY|CNY|HKD|TWD|BRL|AUD|CAD|PERP|DAI';
const QUOTE_COINS = 'BTC|ETH|BNB';
const PAIR_IN_ONE = new RegExp(`^([A-Z0-9]{2,10}?)(?:(${QUOTES})|(${QUOTE_COINS}))$`);
const QUOTE_AFTER = new RegExp(
  `(?: ?[/-] ?|_)(?:(?:${QUOTES})(?![A-Za-z0-9])|(?=(?:${QUOTE_COINS})(?![A-Za-z0-9])))`,
  'iy',
);
const DOLLARS = /^(?:usdt|usdc|fdusd|usd1|dai)$/;
const BASE_BEFORE = /[A-Z0-9] ?[/-] ?$/;
const SIGN = /[$]/;

/** `NEAR by`: a ticker, because the phrase would be `near by` or `NEAR BY`. */
const isTickerInPhrase = (surface: string): boolean => {
  const [first = '', ...others] = surface.split(' ');
  return isUpper(first) && PLAIN_IN_PHRASES.has(lower(first)) && !isUpper(others.join(' '));
};

/** More than any article has; bounds the cost of hostile text. */
export const MAX_CANDIDATES = 20_000;
const FIRST_DIGIT = 0x30;
const LAST_SMALL = 0x7a;
const FIRST_HAN = 0x4e00;

/** Finds candidates from left to right, each as long as possible. */
class Scanner {
  readonly found: Candidate[] = [];
  private readonly text: string;
  private readonly small: string;
  private readonly words: Lexicon;

  constructor(text: string, words: Lexicon) {
    this.text = text;
    this.small = lower(text);
    this.words = words;
  }

  run(): Candidate[] {
    for (let at = 0; at < this.text.length && this.found.length < MAX_CANDIDATES; ) at = this.step(at);
    return this.found;
  }

  /** Handles the text at `at`; returns where to continue. */
  private step(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code >= FIRST_HAN) return this.take(at, this.small.slice(at, at + HAN_START)) || at + 1;
    if (code < FIRST_DIGIT || code > LAST_SMALL) return at + 1;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(this.text)?.[0];
    if (token === undefined) return at + 1;
    if (token.length > LONGEST_TOKEN) return at + token.length;
    return this.take(at, lower(token)) || this.takePair(at, token) || at + token.length;
  }

  /** Takes the longest term that starts here; returns its end, or 0 for none. */
  private take(at: number, start: string): number {
    const isDollar = SIGN.test(this.text.charAt(at - 1));
    for (const term of this.words.byStart.get(start) ?? []) {
      if (!this.small.startsWith(term.text, at)) continue;
      const end = at + term.text.length;
      const pairEnd = term.form === 'ticker' ? this.quoteAfter(end) : 0;
      if (!this.isTermAt(term, at, end, pairEnd, isDollar)) continue;
      // Stop phrases are skipped completely.
      if (term.form === 'stop-phrase' || (!pairEnd && this.isQuote(term, at))) return end;
      this.found.push({ start: at, end, term, marked: isDollar || pairEnd > 0 });
      return pairEnd || end;
    }
    return 0;
  }

  /** Checks that the text is this term and not part of another word. Less strict for a pair, or after a dollar sign. */
  private isTermAt(term: Term, at: number, end: number, pairEnd: number, isDollar: boolean): boolean {
    if (!isFreeBefore(this.text, at)) return false;
    if (pairEnd) return true;
    if (!isFreeAfter(this.text, end)) return false;
    const surface = this.text.slice(at, end);
    if (!isWrittenAs(term, surface, isDollar) && !this.isExplained(term, end)) return false;
    if (term.form === 'stop-phrase') return !isTickerInPhrase(surface);
    return isDollar || !this.isOtherWord(term, at, end);
  }

  /** Some newspapers write coin names in lower case, followed by the ticker: `avalanche (AVAX)`. */
  private isExplained({ form, id, exact }: Term, end: number): boolean {
    return form === 'name' && !exact && this.text.startsWith(` (${COIN_BY_ID.get(id)?.symbol})`, end);
  }

  private isOtherWord({ tier, form }: Term, start: number, end: number): boolean {
    const isLoose = tier === 'word' || tier === 'rare' || (tier === 'likely' && form === 'name');
    return isLoose && isPartOfHyphened(this.text, start, end);
  }

  /** The dollar side of a pair whose base is not in our list: `1INCH/USDC`. */
  private isQuote({ form, text }: Term, at: number): boolean {
    return (
      form === 'ticker' && DOLLARS.test(text) && BASE_BEFORE.test(this.text.slice(Math.max(0, at - 4), at))
    );
  }

  /**
   * Returns the end of the quote (`/USDT`, not a mention) or its start (`/BTC`, a mention); 0 if this is not a pair.
   */
  private quoteAfter(end: number): number {
    QUOTE_AFTER.lastIndex = end;
    const quote = QUOTE_AFTER.exec(this.text)?.[0];
    return quote === undefined ? 0 : end + quote.length;
  }

  /** `BTCUSDT`, `ETHBTC`. */
  private takePair(at: number, token: string): number {
    const [, base = '', , coin] = PAIR_IN_ONE.exec(token.toUpperCase()) ?? [];
    const term = this.words.tickers.get(base);
    const end = at + token.length;
    const isCase = isUpper(token) || (token === lower(token) && coin === undefined);
    if (!term || !isCase || !isFreeBefore(this.text, at) || !isFreeAfter(this.text, end)) return 0;
    this.found.push({ start: at, end: at + base.length, term, marked: true });
    const quote = coin && this.words.tickers.get(coin);
    if (quote) this.found.push({ start: at + base.length, end, term: quote, marked: true });
    return end;
  }
}

/** @param text a block, folded and with addresses blanked out */
export function scan(text: string, words: Lexicon): Candidate[] {
  return new Scanner(text, words).run();
}
