import type { Language } from '../i18n/language.ts';
import { DISCLAIMER_REST, SHORT_DISCLAIMER } from './general-text.ts';

/** A risk disclaimer in one language. */
export interface DisclaimerText {
  /** Always in sight beside the prices. */
  readonly short: string;
  /** Follows it where the full text is shown: one click away, and after the article's end. */
  readonly rest: string;
}

/** The general disclaimer. It stands for every reader; the text of a region stands beside it, never in its place. */
export const genericText = (language: Language): DisclaimerText => ({
  short: SHORT_DISCLAIMER[language],
  rest: DISCLAIMER_REST[language],
});

/** The whole of a disclaimer. */
export const fullText = ({ short, rest }: DisclaimerText): string => short + rest;

/** What stands behind a text: kept apart from it, because the page-facing script shows only the text. */
export interface DisclaimerRecord {
  /** Stable id: region and language. */
  readonly id: string;
  /** Raised with every change of wording. */
  readonly version: number;
  /** Whose words these are. */
  readonly basis: string;
  readonly status: 'ours' | 'quoted' | 'unverified';
}

/** The record of the general disclaimer in one language. */
export const genericRecord = (language: Language): DisclaimerRecord => ({
  id: `generic-${language}`,
  version: 1,
  basis: "Tickside's own general wording; no authority has prescribed or approved it.",
  status: 'ours',
});
