import type { Language } from '../i18n/language.ts';
import { SHORT_DISCLAIMER } from './short.ts';

/** A risk disclaimer in one language. */
export interface DisclaimerText {
  /** Always visible beside the prices. */
  readonly short: string;
  /** The rest of the full text, shown on expanding it and below the article. */
  readonly rest: string;
}

/** The general disclaimer. It stands for every reader; the text of a region stands beside it, never in its place. */
export const GENERIC: Readonly<Record<Language, DisclaimerText>> = {
  en: {
    short: SHORT_DISCLAIMER.en,
    rest: ' Figures come from public market data and are no offer or recommendation. Decide for yourself, with money you can afford to lose.',
  },
  'zh-Hans': {
    short: SHORT_DISCLAIMER['zh-Hans'],
    rest: '数据来自公开市场，不构成要约或推荐。请独立判断，只动用能够承受损失的资金。',
  },
  'zh-Hant': {
    short: SHORT_DISCLAIMER['zh-Hant'],
    rest: '資料來自公開市場，不構成要約或推薦。請獨立判斷，只動用能夠承受損失的資金。',
  },
};

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
