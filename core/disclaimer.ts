import type { Language } from './language.ts';

/** A risk disclaimer in one language, with what stands behind it. */
export interface Disclaimer {
  /** Stable id: region, kind and language. */
  readonly id: string;
  /** Raised with every change of wording. */
  readonly version: number;
  /** BCP 47 tag for the element that carries it. */
  readonly lang: string;
  /** Always in sight beside the prices. */
  readonly short: string;
  /** One click away, and after the article's end. */
  readonly full: string;
  /** Whose words these are. */
  readonly basis: string;
  readonly status: 'ours' | 'quoted' | 'unverified';
}

const BASIS = "Tickside's own general wording; no authority has prescribed or approved it.";

/** The general disclaimer, for every reader whose region has no text of its own. */
export const GENERIC: Readonly<Record<Language, Disclaimer>> = {
  en: {
    id: 'generic-en',
    version: 1,
    lang: 'en',
    short:
      'Prices are for information only and may be delayed or wrong. Not investment advice. Crypto is highly volatile: you could lose all your money.',
    full: 'Prices and changes shown by Tickside come from public market data and are for information only. They may be delayed, incomplete or wrong, and they are not an offer, a recommendation or investment advice. Crypto-assets are highly volatile: you could lose all the money you put in. Decide for yourself, and only with money you can afford to lose.',
    basis: BASIS,
    status: 'ours',
  },
  'zh-Hans': {
    id: 'generic-zh-Hans',
    version: 1,
    lang: 'zh-Hans',
    short: '行情仅供参考，可能延迟或有误，不构成任何投资建议。虚拟货币波动剧烈，可能损失全部本金，风险自担。',
    full: '本栏所示价格与涨跌来自公开市场数据，仅供参考，可能延迟、缺漏或有误，不构成要约、推荐或任何投资建议。虚拟货币价格波动剧烈，可能损失全部本金。请独立判断，只动用能够承受损失的资金，风险自担。',
    basis: BASIS,
    status: 'ours',
  },
  'zh-Hant': {
    id: 'generic-zh-Hant',
    version: 1,
    lang: 'zh-Hant',
    short: '行情僅供參考，可能延遲或有誤，不構成任何投資建議。虛擬貨幣波動劇烈，可能損失全部本金，風險自負。',
    full: '本欄所示價格與漲跌來自公開市場資料，僅供參考，可能延遲、缺漏或有誤，不構成要約、推薦或任何投資建議。虛擬貨幣價格波動劇烈，可能損失全部本金。請獨立判斷，只動用能夠承受損失的資金，風險自負。',
    basis: BASIS,
    status: 'ours',
  },
};
