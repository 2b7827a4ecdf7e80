import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: '熱門幣種',
  measures: {
    'market-cap': '市值排行',
    'most-traded': '24 小時成交額',
    gainers: '24 小時漲幅',
    losers: '24 小時跌幅',
    trending: '熱門搜尋',
    watchlist: '自選',
  },
  day: '24 小時',
  showMore: '查看更多',
  showLess: '收起',
  refresh: '重新整理',
  options: '設定',
  fullText: '全文',
  disclaimer: '風險提示',
  states: { loading: '載入中…', live: '即時', delayed: '稍舊', stale: '已過期', offline: '離線' },
  ago: ['剛剛', ' 秒前', ' 分鐘前', ' 小時前', ' 天前'],
  asOf: '截至',
};
