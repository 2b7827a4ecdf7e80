import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: 'Hot coins',
  byMarketCap: 'By market cap',
  day: '24 h',
  showMore: 'Show more',
  showLess: 'Show less',
  refresh: 'Refresh',
  options: 'Options',
  fullText: 'Full text',
  disclaimer: 'Risk disclaimer',
  states: { loading: 'Loading…', live: 'Live', ageing: 'Ageing', stale: 'Stale', offline: 'Offline' },
  ago(seconds) {
    if (seconds < 5) return 'just now';
    if (seconds < 60) return `${seconds} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    return seconds < 86400 ? `${Math.floor(seconds / 3600)} h ago` : `${Math.floor(seconds / 86400)} d ago`;
  },
  asOf: (time) => `as of ${time}`,
};
