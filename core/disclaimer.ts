import type { Language } from './language.ts';

/** A risk disclaimer in one language. */
export interface DisclaimerText {
  /** Always in sight beside the prices. */
  readonly short: string;
  /** Follows it where the full text is shown: one click away, and after the article's end. */
  readonly rest: string;
}

/** The general disclaimer. It stands for every reader; the text of a region stands beside it, never in its place. */
export const GENERIC: Readonly<Record<Language, DisclaimerText>> = {
  en: {
    short:
      'Prices are for information only and may be delayed or wrong. Not investment advice. Crypto is highly volatile: you could lose all your money.',
    rest: ' Figures come from public market data and are no offer or recommendation. Decide for yourself, with money you can afford to lose.',
  },
  'zh-Hans': {
    short: '行情仅供参考，可能延迟或有误，不构成任何投资建议。虚拟货币波动剧烈，可能损失全部本金，风险自担。',
    rest: '数据来自公开市场，不构成要约或推荐。请独立判断，只动用能够承受损失的资金。',
  },
  'zh-Hant': {
    short: '行情僅供參考，可能延遲或有誤，不構成任何投資建議。虛擬貨幣波動劇烈，可能損失全部本金，風險自負。',
    rest: '資料來自公開市場，不構成要約或推薦。請獨立判斷，只動用能夠承受損失的資金。',
  },
};

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
