import { type Answer, type Host, json, notFound, type WorldRequest } from '../answer.ts';
import { type MarketCoin, openOf } from '../market.ts';
import { hashOf, placesOf } from '../number.ts';

// Not listed: other exchanges' tokens, and coins traded only there.
const UNLISTED = new Set(
  'okb bitget-token leo-token kucoin-shares gatechain-token mantle usd1-wlfi first-digital-usd tether-gold'.split(
    ' ',
  ),
);
// Terra Classic kept its old code, which other venues use for another coin.
const CODES: Record<string, string> = { BTC: 'XBT', DOGE: 'XDG', LUNC: 'LUNA' };
/**
 * Legacy codes, whose pairs have keys with X and Z prefixes, however they are requested. DOGE (XDG) is not one of them.
 */
const LEGACY_CODES = new Set(['XBT', 'ETH', 'XRP', 'LTC', 'XLM', 'XMR', 'ZEC', 'ETC']);

interface KrakenPair {
  key: string;
  altname: string;
  wsname: string;
  base: string;
  quote: string;
  coin: MarketCoin;
}

export const kraken: Host = {
  id: 'kraken',
  hosts: ['api.kraken.com'],
  answer(request) {
    switch (request.path) {
      case '/0/public/Ticker':
        return krakenPairs(request, tickerOf);
      case '/0/public/AssetPairs':
        return krakenPairs(request, ({ altname, wsname, base, quote }) => ({
          altname,
          wsname,
          aclass_base: 'currency',
          base,
          aclass_quote: 'currency',
          quote,
          pair_decimals: 5,
          lot_decimals: 8,
          status: 'online',
        }));
      case '/0/public/Time':
        return krakenFound({ unixtime: Math.floor(request.now / 1000) });
      default:
        return notFound();
    }
  },
  failures: {
    // Errors are returned with HTTP 200, including this one.
    rateLimited: () => krakenRefusal('EGeneral:Too many requests'),
    banned: () => krakenRefusal('EGeneral:Temporary lockout'),
    serverError: () => krakenRefusal('EService:Unavailable'),
    wrongShape: () => json({ error: [], result: { XXBTZUSD: { c: '105239.09' } } }),
  },
};

const krakenFound = (result: unknown): Answer => json({ error: [], result });
const krakenRefusal = (error: string): Answer => json({ error: [error] });

/** One unknown pair fails the whole request; the keys of the answer may differ from the requested names. */
function krakenPairs({ query, market }: WorldRequest, row: (pair: KrakenPair) => unknown): Answer {
  const pairs = market
    .coins()
    .filter(({ id, last }) => last !== '' && !UNLISTED.has(id))
    .flatMap(pairsOf);
  const requested = query.get('pair')?.split(',');
  const chosen = requested
    ? requested.map((name) => pairs.find(({ key, altname, wsname }) => [key, altname, wsname].includes(name)))
    : pairs;
  const entries: [string, unknown][] = [];
  for (const pair of chosen) {
    if (!pair) return krakenRefusal('EQuery:Unknown asset pair');
    entries.push([pair.key, row(pair)]);
  }
  return krakenFound(Object.fromEntries(entries));
}

function pairsOf(coin: MarketCoin): KrakenPair[] {
  const code = CODES[coin.symbol] ?? coin.symbol;
  const quotes = coin.symbol === 'USDT' ? ['USD'] : ['USD', 'USDT'];
  return quotes.map((quote) => {
    const isLegacyKey = quote === 'USD' && (LEGACY_CODES.has(code) || code === 'USDT');
    const base = LEGACY_CODES.has(code) ? `X${code}` : code;
    const key = isLegacyKey ? `${base}Z${quote}` : code + quote;
    const wsname = `${code}/${quote}`;
    return { key, altname: code + quote, wsname, base, quote: quote === 'USD' ? 'ZUSD' : quote, coin };
  });
}

/**
 * `c` is the last trade; `o` is today's opening price (UTC), not that of 24 hours ago; arrays are [today, last 24
 * hours].
 */
function tickerOf({ coin }: KrakenPair): Record<string, unknown> {
  const [last, open] = [Number(coin.last), Number(openOf(coin))];
  const places = Math.max(5, placesOf(coin.last));
  const text = (value: number): string => value.toFixed(places);
  const [price, midnight] = [text(last), text((last + open) / 2)];
  const volume = (1 + (hashOf(`kraken${coin.symbol}`) % 4_000_000)) / last;
  const trades = 2_000 + (hashOf(coin.id) % 30_000);
  return {
    a: [price, '1', '1.000'],
    b: [price, '1', '1.000'],
    c: [price, '0.00067643'],
    v: [(volume * 0.6).toFixed(8), volume.toFixed(8)],
    p: [midnight, midnight],
    t: [Math.floor(trades * 0.6), trades],
    l: [text(last * 0.99), text(last * 0.986)],
    h: [text(last * 1.01), text(last * 1.012)],
    o: midnight,
  };
}
