import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: '热门币种',
  byMarketCap: '市值排行',
  day: '24 小时',
  showMore: '查看更多',
  showLess: '收起',
  refresh: '刷新',
  options: '设置',
  fullText: '全文',
  disclaimer: '风险提示',
  states: { loading: '加载中…', live: '实时', ageing: '稍旧', stale: '已过期', offline: '离线' },
  ago(seconds) {
    if (seconds < 5) return '刚刚';
    if (seconds < 60) return `${seconds} 秒前`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟前`;
    return seconds < 86400 ? `${Math.floor(seconds / 3600)} 小时前` : `${Math.floor(seconds / 86400)} 天前`;
  },
  asOf: (time) => `截至 ${time}`,
};
