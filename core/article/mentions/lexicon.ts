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
import { DECOYS } from './words/stop-phrases.ts';

/** A ticker counts in capitals only; a name by its own rule; a decoy takes text away from both. */
type Form = 'ticker' | 'name' | 'decoy';

/** One way to write a coin, or something that only looks like it. */
export interface Term {
  /** Folded, small letters. */
  readonly text: string;
  /** CoinGecko id; empty for a decoy. */
  readonly id: string;
  readonly form: Form;
  readonly tier: Tier;
  /** Each word begins with a capital, else it is no name. */
  readonly capitals: boolean;
  /** For a decoy that must be written so and no other way. */
  readonly exact: string;
}

export interface Lexicon {
  /** Terms by their first Latin word in small letters, or by their first two characters; longest first. */
  readonly byStart: ReadonlyMap<string, readonly Term[]>;
  /** Tickers in capitals, for pairs written in one piece. */
  readonly tickers: ReadonlyMap<string, Term>;
}

const HAN = /[一-鿿]/;
export const isHanText = (text: string): boolean => HAN.test(text);
/** Chinese names are looked up by their first two characters; none is shorter. */
export const HAN_START = 2;
const FIRST_WORD = /^[a-z0-9]+/;
const TICKER = /^[A-Z0-9]{2,10}$/;

const startOf = (text: string): string => FIRST_WORD.exec(text)?.[0] ?? text.slice(0, HAN_START);

function nameTerm(id: string, written: string): Term {
  const exact = written.startsWith('=') ? written.slice(1) : '';
  const text = lower(fold(exact || written));
  const tier = tierOfName(text);
  const han = isHanText(text);
  // Loose names count as capitalised only, except the few that newspapers write small.
  const capitals = !han && (CAPITALS_ONLY.has(text) || (tier !== 'sure' && !SMALL_NAMES.has(text)));
  return { text, id, form: 'name', tier, capitals, exact };
}

function tickerTerm(id: string, ticker: string): Term {
  const text = lower(ticker);
  return { text, id, form: 'ticker', tier: tierOfTicker(ticker), capitals: true, exact: '' };
}

// Between Latin and Chinese some write a space and some do not.
const SEAM = /(?<=[a-z0-9])(?=[一-鿿])|(?<=[一-鿿])(?=[a-z0-9])/g;
const spaced = (phrase: string): string[] => [...new Set([phrase, phrase.replace(SEAM, ' ')])];

function decoyTerm(phrase: string): Term {
  const exact = phrase.startsWith('=') ? phrase.slice(1) : '';
  return { text: lower(exact || phrase), id: '', form: 'decoy', tier: 'sure', capitals: false, exact };
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
  for (const term of [...DECOYS.flatMap(spaced).map(decoyTerm), ...coinTerms()]) {
    const start = startOf(term.text);
    byStart.set(start, [...(byStart.get(start) ?? []), term]);
    if (term.form === 'ticker') tickers.set(term.text.toUpperCase(), term);
  }
  for (const terms of byStart.values()) terms.sort((a, b) => b.text.length - a.text.length);
  return { byStart, tickers };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The lexicon: always the same, so made once, when the first article is read and not whenever the background wakes. */
export const lexicon = once(build);
