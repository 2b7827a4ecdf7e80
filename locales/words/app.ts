import type { FailureKind } from '../../core/sources/result.ts';
import type { OptionsWords } from './options.ts';

interface PopupWords {
  readonly refreshing: string;
  readonly search: string;
  readonly clear: string;
  nothingFound(query: string): string;
  /** How many coins are listed, for screen readers. */
  coins(count: number): string;
  readonly name: string;
  readonly price: string;
  /** While the first prices are loading. */
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
  /** `usdtRate` is one of the two sentences below. */
  official(currency: string, date: string, source: string, usdtRate: string): string;
  missing(currency: string): string;
  usdtRate(rate: string): string;
  readonly usdtRateAssumed: string;
}

/** Words of popup and options page, beyond the common ones. */
export interface AppWords {
  /** The language's own name, in its own script: a reader who sees a foreign language can find the way back. */
  readonly language: string;
  readonly appName: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly conversion: ConversionWords;
  readonly popup: PopupWords;
  readonly options: OptionsWords;
}
