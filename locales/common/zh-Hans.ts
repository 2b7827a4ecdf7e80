import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: '热门币种',
  measures: {
    'market-cap': '市值排行',
    'most-traded': '24 小时成交额',
    gainers: '24 小时涨幅',
    losers: '24 小时跌幅',
    trending: '热门搜索',
    watchlist: '自选',
  },
  day: '24 小时',
  showMore: '查看更多',
  showLess: '收起',
  refresh: '刷新',
  options: '设置',
  fullText: '全文',
  disclaimer: '风险提示',
  states: { loading: '加载中…', live: '实时', delayed: '稍旧', stale: '已过期', offline: '离线' },
  ago: ['刚刚', ' 秒前', ' 分钟前', ' 小时前', ' 天前'],
  asOf: '截至',
};
