import { ALIASES } from '../../market/coin-aliases.ts';
import { COINS } from '../../market/coin-catalog.ts';
import { fold, lower } from './fold.ts';
import {
  CAPITALS_ONLY,
  MORE_NAMES,
  NOT_READ,
  SHORTEST_TICKER,
  SMALL_NAMES,
  type Tier,
  tierOfName,
  tierOfTicker,
} from './words/names.ts';
import { STOP_PHRASES } from './words/stop-phrases.ts';

/** A ticker must be upper case; a name follows its own rule; a stop phrase hides the terms inside it. */
type Form = 'ticker' | 'name' | 'stop-phrase';

/** One way to write a coin, or a phrase that only looks like one. */
export interface Term {
  /** Folded, lower case. */
  readonly text: string;
  /** CoinGecko id; empty for a stop phrase. */
  readonly id: string;
  readonly form: Form;
  readonly tier: Tier;
  /** Whether each word must be capitalized. */
  readonly capitals: boolean;
  /** The exact spelling, if only that one counts; else empty. */
  readonly exact: string;
}

export interface Lexicon {
  /** Terms by their first Latin word in lower case, or by their first two characters; longest first. */
  readonly byStart: ReadonlyMap<string, readonly Term[]>;
  /** Tickers in upper case, for pairs written as one word. */
  readonly tickers: ReadonlyMap<string, Term>;
}

const HAN = /[一-鿿]/;
export const isHanText = (text: string): boolean => HAN.test(text);
/** Chinese names are indexed by their first two characters; none is shorter. */
export const HAN_START = 2;
const FIRST_WORD = /^[a-z0-9]+/;
const TICKER = /^[A-Z0-9]{2,10}$/;

const startOf = (text: string): string => FIRST_WORD.exec(text)?.[0] ?? text.slice(0, HAN_START);

function nameTerm(id: string, written: string): Term {
  const exact = written.startsWith('=') ? written.slice(1) : '';
  const text = lower(fold(exact || written));
  const tier = tierOfName(text);
  const han = isHanText(text);
  // Ambiguous names must be capitalized, except the few that newspapers write in lower case.
  const capitals = !han && (CAPITALS_ONLY.has(text) || (tier !== 'sure' && !SMALL_NAMES.has(text)));
  return { text, id, form: 'name', tier, capitals, exact };
}

function tickerTerm(id: string, ticker: string): Term {
  const text = lower(ticker);
  return { text, id, form: 'ticker', tier: tierOfTicker(ticker), capitals: true, exact: '' };
}

// A space between Latin and Chinese text is optional.
const SEAM = /(?<=[a-z0-9])(?=[一-鿿])|(?<=[一-鿿])(?=[a-z0-9])/g;
const spacingVariants = (phrase: string): string[] => [...new Set([phrase, phrase.replace(SEAM, ' ')])];

function stopPhraseTerm(phrase: string): Term {
  const exact = phrase.startsWith('=') ? phrase.slice(1) : '';
  return { text: lower(exact || phrase), id: '', form: 'stop-phrase', tier: 'sure', capitals: false, exact };
}

function coinTerms(): Term[] {
  return COINS.flatMap(({ id, symbol, name }) => {
    const written = [...Object.values(name), ...(ALIASES[id] ?? []), ...(MORE_NAMES[id] ?? [])];
    const tickers = new Set([symbol, ...written.filter((text) => TICKER.test(text))]);
    const names = new Map(
      written
        .filter((text) => !tickers.has(text) && !NOT_READ.has(text))
        .map((text) => [lower(fold(text)), text]),
    );
    return [
      ...[...tickers].filter((text) => text.length >= SHORTEST_TICKER).map((text) => tickerTerm(id, text)),
      ...[...names.values()].map((text) => nameTerm(id, text)),
    ];
  });
}

function build(): Lexicon {
  const byStart = new Map<string, Term[]>();
  const tickers = new Map<string, Term>();
  for (const term of [...STOP_PHRASES.flatMap(spacingVariants).map(stopPhraseTerm), ...coinTerms()]) {
    const start = startOf(term.text);
    byStart.set(start, [...(byStart.get(start) ?? []), term]);
    if (term.form === 'ticker') tickers.set(term.text.toUpperCase(), term);
  }
  for (const terms of byStart.values()) terms.sort((a, b) => b.text.length - a.text.length);
  return { byStart, tickers };
}

function once<T>(create: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= create();
    return value;
  };
}

/** The lexicon. Built on first use, not whenever the background wakes up. */
export const lexicon = once(build);
