/** The table of the page that Tickside is modeled on: symbol, Chinese name, price, CNY, change. */
export const GOLDEN_ZH = [
  ['BTC', '比特币', '105,239.09 USDT', '¥755,174.66', '+0.76%'],
  ['ETH', '以太坊', '2,517.54 USDT', '¥18,065.36', '+0.25%'],
  ['USDT', '泰达币', '1.00000 USDT', '¥7.18', '+0.01%'],
  ['XRP', '瑞波币', '2.15 USDT', '¥15.44', '+0.13%'],
  ['BNB', '币安币', '646.71 USDT', '¥4,640.66', '+0.96%'],
  ['SOL', 'Solana', '145.58 USDT', '¥1,044.65', '+1.24%'],
  ['USDC', '', '0.99980 USDT', '¥7.17', '+0.01%'],
  ['TRX', '波场', '0.27410 USDT', '¥1.97', '-0.11%'],
  ['DOGE', '狗狗币', '0.16830 USDT', '¥1.21', '-0.18%'],
  ['ADA', '艾达币', '0.59440 USDT', '¥4.27', '0%'],
] as const;

/** The same in English, with US dollars. */
export const GOLDEN_EN = [
  ['BTC', 'Bitcoin', '105,239.09 USDT', '$105,239.09', '+0.76%'],
  ['ETH', 'Ethereum', '2,517.54 USDT', '$2,517.54', '+0.25%'],
  ['USDT', 'Tether', '1.00000 USDT', '$1.00', '+0.01%'],
  ['XRP', '', '2.15 USDT', '$2.15', '+0.13%'],
  ['BNB', '', '646.71 USDT', '$646.71', '+0.96%'],
  ['SOL', 'Solana', '145.58 USDT', '$145.58', '+1.24%'],
  ['USDC', '', '0.99980 USDT', '$0.9998', '+0.01%'],
  ['TRX', 'TRON', '0.27410 USDT', '$0.2741', '-0.11%'],
  ['DOGE', 'Dogecoin', '0.16830 USDT', '$0.1683', '-0.18%'],
  ['ADA', 'Cardano', '0.59440 USDT', '$0.5944', '0%'],
] as const;
