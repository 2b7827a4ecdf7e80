import * as v from 'valibot';
import { COIN_BY_ID } from '../core/catalogue.ts';
import { decimalText, divide, parseDecimal } from '../core/decimal.ts';
import { failed, success } from '../core/failure.ts';
import type { Provider, TrendingSource } from '../core/provider.ts';
import { makeQuote, type Quote } from '../core/quote.ts';

const Row = v.object({
  id: v.string(),
  current_price: v.nullish(v.number()),
  price_change_percentage_24h: v.nullish(v.number()),
  last_updated: v.nullish(v.string()),
});

const Trending = v.object({ item: v.object({ id: v.string() }) });

const PLACES = 18;

/** A price in dollars as a price in USDT. */
function inUsdt(usd: number, usdtUsd: number): string | null {
  const [price, peg] = [parseDecimal(usd), parseDecimal(usdtUsd)];
  const quotient = price && peg && divide(price, peg, PLACES);
  return quotient && decimalText(quotient);
}

/**
 * CoinGecko v3, keyless: prices in dollars, the ranking by market cap, and what a USDT costs. At most 250 coins a page.
 * Figures are JSON numbers and may be null; tiny ones come with an exponent. Unknown ids are silently absent.
 * Source: docs.coingecko.com, "Coins List with Market Data".
 */
export const coingecko: Provider & TrendingSource = {
  id: 'coingecko',
  label: 'CoinGecko',
  origins: ['https://api.coingecko.com'],
  attribution: { text: 'Price data by CoinGecko', url: 'https://www.coingecko.com' },
  scope: 'batch',
  // Unpublished for those without a key, and shared by all behind one address: some 5 to 10 a minute.
  limit: { requests: 5, perMs: 60_000 },
  freshMs: 15 * 60_000,
  covers: (id) => COIN_BY_ID.has(id),
  request(ids) {
    // USDT always comes along: without its price no other can be told in USDT.
    const asked = [...new Set([...ids, 'tether'])].join(',');
    return `/api/v3/coins/markets?vs_currency=usd&ids=${encodeURIComponent(asked)}&order=market_cap_desc&per_page=250&page=1&precision=full`;
  },
  decode({ body, at }) {
    if (!Array.isArray(body)) return failed('bad-shape');
    const rows = body.flatMap((item) => {
      const row = v.safeParse(Row, item);
      return row.success && COIN_BY_ID.has(row.output.id) ? [row.output] : [];
    });
    if (rows.length === 0) return failed(body.length > 0 ? 'bad-shape' : 'empty');
    const usdtUsd = rows.find((row) => row.id === 'tether')?.current_price;
    if (!usdtUsd || !(usdtUsd > 0)) return failed('bad-shape');
    const quotes = new Map<string, Quote>();
    for (const row of rows) {
      const quote = makeQuote({
        last: row.id === 'tether' ? '1' : inUsdt(row.current_price ?? 0, usdtUsd),
        change24h: row.price_change_percentage_24h,
        source: 'coingecko',
        at: Date.parse(row.last_updated ?? ''),
        answeredAt: at,
      });
      if (quote) quotes.set(row.id, quote);
    }
    const peg = parseDecimal(usdtUsd);
    return success({
      quotes,
      ranking: rows.map((row) => row.id),
      ...(peg && { usdtUsd: decimalText(peg) }),
    });
  },
  trending: {
    // Fifteen coins, most looked for first; those we do not know are left out.
    path: '/api/v3/search/trending',
    decode({ body }) {
      const parsed = v.safeParse(v.object({ coins: v.array(v.unknown()) }), body);
      if (!parsed.success) return failed('bad-shape');
      const ids = parsed.output.coins.flatMap((entry) => {
        const coin = v.safeParse(Trending, entry);
        return coin.success && COIN_BY_ID.has(coin.output.item.id) ? [coin.output.item.id] : [];
      });
      return success([...new Set(ids)]);
    },
  },
};
