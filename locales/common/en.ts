import type { CommonWords } from './common.ts';

export const common: CommonWords = {
  hotCoins: 'Hot coins',
  measures: {
    'market-cap': 'By market cap',
    'most-traded': 'Most traded, 24 h',
    gainers: 'Gainers, 24 h',
    losers: 'Losers, 24 h',
    trending: 'Trending searches',
    watchlist: 'Watchlist',
  },
  day: '24 h',
  showMore: 'Show more',
  showLess: 'Show less',
  refresh: 'Refresh',
  options: 'Options',
  fullText: 'Full text',
  disclaimer: 'Risk disclaimer',
  states: { loading: 'Loading…', live: 'Live', delayed: 'Delayed', stale: 'Stale', offline: 'Offline' },
  ago: ['just now', ' s ago', ' min ago', ' h ago', ' d ago'],
  asOf: 'as of',
};
