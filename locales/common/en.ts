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
  ago: ['just now', ' s ago', ' min ago', ' h ago', ' d ago'],
  asOf: 'as of',
};
