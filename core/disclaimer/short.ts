import type { Language } from '../i18n/language.ts';

/** Always shown beside prices. Bundled with the page-facing script, so that stored data cannot change them. */
export const SHORT_DISCLAIMER: Readonly<Record<Language, string>> = {
  en: 'Prices are for information only and may be delayed or wrong. Not investment advice. Crypto is highly volatile: you could lose all your money.',
  'zh-Hans':
    '行情仅供参考，可能延迟或有误，不构成任何投资建议。虚拟货币波动剧烈，可能损失全部本金，风险自担。',
  'zh-Hant':
    '行情僅供參考，可能延遲或有誤，不構成任何投資建議。虛擬貨幣波動劇烈，可能損失全部本金，風險自負。',
};
