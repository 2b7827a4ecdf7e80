import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: '熱門幣種',
  byMarketCap: '市值排行',
  day: '24 小時',
  showMore: '查看更多',
  showLess: '收起',
  refresh: '重新整理',
  options: '設定',
  fullText: '全文',
  disclaimer: '風險提示',
  states: { loading: '載入中…', live: '即時', ageing: '稍舊', stale: '已過期', offline: '離線' },
  ago(seconds) {
    if (seconds < 5) return '剛剛';
    if (seconds < 60) return `${seconds} 秒前`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} 分鐘前`;
    return seconds < 86400 ? `${Math.floor(seconds / 3600)} 小時前` : `${Math.floor(seconds / 86400)} 天前`;
  },
  asOf: (time) => `截至 ${time}`,
};
