import type { Language } from '../i18n/language.ts';
import { DISCLAIMER_REST, SHORT_DISCLAIMER } from './general-text.ts';

/** A risk disclaimer in one language. */
export interface DisclaimerText {
  /** Always visible beside the prices. */
  readonly short: string;
  /** The rest of the full text, shown on expanding it and below the article. */
  readonly rest: string;
}

/** Returns the general disclaimer, shown to every user. A regional text is added to it and never replaces it. */
export const genericText = (language: Language): DisclaimerText => ({
  short: SHORT_DISCLAIMER[language],
  rest: DISCLAIMER_REST[language],
});

/** Returns the full text of a disclaimer. */
export const fullText = ({ short, rest }: DisclaimerText): string => short + rest;

/** Metadata of a disclaimer. Separate from the text, because the page-facing script only carries the text. */
export interface DisclaimerRecord {
  /** Stable id: region and language. */
  readonly id: string;
  /** Incremented with every change of wording. */
  readonly version: number;
  /** Where the wording comes from. */
  readonly basis: string;
  readonly status: 'ours' | 'quoted' | 'unverified';
}

/** Returns the metadata of the general disclaimer in one language. */
export const genericRecord = (language: Language): DisclaimerRecord => ({
  id: `generic-${language}`,
  version: 1,
  basis: "Tickside's own general wording; no authority has prescribed or approved it.",
  status: 'ours',
});
