import { type Answer, type Host, json, notFound, retryAfterHeader, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { hashOf } from '../number.ts';

const LISTED = new Set(
  [
    'bitcoin ethereum tether ripple solana cardano dogecoin chainlink sui stellar bitcoin-cash avalanche-2 litecoin',
    'hedera-hashgraph shiba-inu polkadot uniswap pepe dai aave near internet-computer ethereum-classic aptos',
    'zcash cosmos algorand filecoin arbitrum optimism injective-protocol bonk usd-coin polygon-ecosystem-token',
    'render-token sky',
  ]
    .join(' ')
    .split(' '),
);

export const coinbase: Host = {
  id: 'coinbase',
  hosts: ['api.exchange.coinbase.com'],
  answer(request) {
    const products = productsOf(request);
    if (request.path === '/products') return json(products.map(({ product }) => product));
    const [, id, kind] = /^\/products\/([\w-]+)(?:\/(stats|ticker))?$/.exec(request.path) ?? [];
    if (!id) return notFound();
    const entry = products.find(({ product }) => product.id === id);
    if (!entry) return json({ message: 'NotFound' }, 404);
    if (kind === 'stats') return stats(entry.coin);
    return kind === 'ticker' ? coinbaseTicker(entry.coin, request.now) : json(entry.product);
  },
  failures: {
    rateLimited: (retryAfter) =>
      json({ message: 'Public rate limit exceeded' }, 429, retryAfterHeader(retryAfter)),
    wrongShape: () => json({ open: 104445.31, price: null }),
  },
};

interface Product {
  id: string;
  base_currency: string;
  quote_currency: string;
  status: string;
}

/** Books in USD, and a few in USDT. USDC counts as USD there and has no book against it. */
function productsOf({ market }: WorldRequest): { coin: MarketCoin; product: Product }[] {
  const listed = market.coins().filter(({ id, last }) => last !== '' && LISTED.has(id));
  return listed.flatMap((coin) => {
    const quotes =
      coin.symbol === 'USDC' ? [] : coin.capRank <= 9 && coin.symbol !== 'USDT' ? ['USD', 'USDT'] : ['USD'];
    return quotes.map((quote) => ({
      coin,
      product: {
        id: `${coin.symbol}-${quote}`,
        base_currency: coin.symbol,
        quote_currency: quote,
        status: 'online',
      },
    }));
  });
}

const coinbaseVolume = ({ symbol, last }: MarketCoin): number =>
  (hashOf(`coinbase${symbol}`) % 90_000_000) / Number(last);

function stats(coin: MarketCoin): Answer {
  const last = Number(coin.last);
  return json({
    open: openOf(coin),
    high: String(last * 1.011),
    low: String(last * 0.988),
    last: coin.last,
    volume: coinbaseVolume(coin).toFixed(8),
    volume_30day: (coinbaseVolume(coin) * 28).toFixed(8),
  });
}

function coinbaseTicker(coin: MarketCoin, now: number): Answer {
  return json({
    ask: coin.last,
    bid: coin.last,
    volume: coinbaseVolume(coin).toFixed(8),
    trade_id: 881_204_417,
    price: coin.last,
    size: '0.0127',
    time: new Date(now - 210).toISOString(),
    rfq_volume: '12.40',
  });
}
