import type { FailureKind } from '../../core/sources/result.ts';
import type { OptionsWords } from './options.ts';

interface PopupWords {
  readonly refreshing: string;
  readonly search: string;
  readonly clear: string;
  nothingFound(query: string): string;
  /** How many coins are listed, for those who hear the page. */
  coins(count: number): string;
  readonly name: string;
  readonly price: string;
  /** Over a first list that is still on its way. */
  readonly waiting: string;
  readonly noAnswer: string;
  readonly noNetwork: string;
  noAnswerSince(time: string): string;
  readonly retry: string;
  readonly settingsNote: string;
  readonly settingsLink: string;
}

/** How a second currency is computed. */
export interface ConversionWords {
  /** `peg` is one of the two sentences below. */
  official(currency: string, date: string, source: string, peg: string): string;
  missing(currency: string): string;
  peg(rate: string): string;
  readonly pegAssumed: string;
}

/** Words of popup and options page, beyond the common ones. */
export interface AppWords {
  /** The language's own name, in its own script: who lands in a foreign language finds the way back. */
  readonly language: string;
  readonly appName: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly conversion: ConversionWords;
  readonly popup: PopupWords;
  readonly options: OptionsWords;
}
