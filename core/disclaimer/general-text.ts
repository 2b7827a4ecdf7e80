import type { Language } from '../i18n/language.ts';

/** Always shown beside prices. Bundled with the page-facing script, so that stored data cannot change them. */
export const SHORT_DISCLAIMER: Readonly<Record<Language, string>> = {
  en: 'Prices are for information only and may be delayed or wrong. Not investment advice. Crypto is highly volatile: you could lose all your money.',
  'zh-Hans':
    '行情仅供参考，可能延迟或有误，不构成任何投资建议。虚拟货币波动剧烈，可能损失全部本金，风险自担。',
  'zh-Hant':
    '行情僅供參考，可能延遲或有誤，不構成任何投資建議。虛擬貨幣波動劇烈，可能損失全部本金，風險自負。',
};

/** The rest of the full text, shown after the short one. */
export const DISCLAIMER_REST: Readonly<Record<Language, string>> = {
  en: ' Figures come from public market data and are no offer or recommendation. Decide for yourself, with money you can afford to lose.',
  'zh-Hans': '数据来自公开市场，不构成要约或推荐。请独立判断，只动用能够承受损失的资金。',
  'zh-Hant': '資料來自公開市場，不構成要約或推薦。請獨立判斷，只動用能夠承受損失的資金。',
};
