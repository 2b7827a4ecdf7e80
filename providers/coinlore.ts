import type { Coin } from '../core/market/coin.ts';
import { COINS } from '../core/market/coin-catalog.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { failed } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { codeText } from './lib/parse-values.ts';
import { type Row, type RowReader, readDollarTickers } from './lib/read-tickers.ts';

/** CoinLore's numeric ids of coins, as far as they are known. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bitcoin: '90',
    ethereum: '80',
    tether: '518',
    binancecoin: '2710',
    solana: '48543',
    ripple: '58',
    cardano: '257',
    dogecoin: '2',
    litecoin: '1',
    'bitcoin-cash': '2321',
    monero: '28',
  }),
);

// CoinLore's names of coins that match neither CoinGecko's id nor the name of the coin.
const ALSO: Readonly<Record<string, readonly string[]>> = {
  binancecoin: ['binance-coin'],
  'the-open-network': ['toncoin'],
  'crypto-com-chain': ['crypto-com-coin'],
  'worldcoin-wld': ['worldcoin', 'worldcoin-org'],
  'injective-protocol': ['injective'],
  'immutable-x': ['immutable'],
  'bitcoin-cash-sv': ['bitcoin-sv'],
  'conflux-token': ['conflux-network'],
  'theta-token': ['theta'],
  havven: ['synthetix-network-token'],
  'terra-luna': ['terra-classic'],
};
// Names that other tokens have used too.
const AMBIGUOUS = new Set(['gram']);

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const coinloreIds = ({ id, name }: Coin): string[] =>
  [id, slugOf(name.en), ...(ALSO[id] ?? [])].filter((word) => !AMBIGUOUS.has(word));

/** A symbol does not identify a coin: its number or its name must match too. */
const COIN_BY_KEY = new Map(
  COINS.flatMap((coin) =>
    [NUMBERS.get(coin.id) ?? [], coinloreIds(coin)]
      .flat()
      .map((word): [string, string] => [`${coin.symbol} ${word}`, coin.id]),
  ),
);

function coinOfRow(row: Row): string | undefined {
  const [id, symbol, nameid] = [getOwn(row, 'id'), getOwn(row, 'symbol'), getOwn(row, 'nameid')];
  if (typeof symbol !== 'string') return undefined;
  for (const word of [id, nameid]) {
    const coin = COIN_BY_KEY.get(`${symbol.toUpperCase()} ${codeText(word)}`);
    if (coin !== undefined) return coin;
  }
  return '';
}

const COVERED = new Map(COINS.map(({ id }) => [id, id]));

/** Identifies rows by `coin`, which is added. */
const READER: RowReader = {
  source: 'coinlore',
  key: 'coin',
  coins: COVERED,
  fields({ row }) {
    const figures = isRecord(row) ? row : {};
    return {
      last: getOwn(figures, 'price_usd'),
      change24h: getOwn(figures, 'percent_change_24h'),
      at: Number.NaN,
      volume24h: getOwn(figures, 'volume24'),
    };
  },
};

/**
 * CoinLore, the last resort: dollars, converted to USDT. Coins with known numbers are requested by number. For others, the hundred
 * largest are requested, and matched by symbol and name. Mixed strings and numbers, no time.
 * Source: coinlore.com, "Cryptocurrency data API", "Tickers" and "Ticker (specific coin)".
 */
export const coinlore: Provider = {
  id: 'coinlore',
  label: 'CoinLore',
  origins: ['https://api.coinlore.net'],
  scope: 'batch',
  // Advised: one per second.
  limit: { requests: 5, perMs: 10_000 },
  freshMs: 15 * 60_000,
  covers: (id) => COVERED.has(id),
  request(ids) {
    const numbers = [...new Set([...ids, 'tether'])].map((id) => NUMBERS.get(id));
    return numbers.includes(undefined)
      ? '/api/tickers/?start=0&limit=100'
      : `/api/ticker/?id=${encodeURIComponent(numbers.join(','))}`;
  },
  decode({ body, at }, ids, usdtUsd) {
    // An array for requests by number, `{data: […]}` for the list.
    const list = isRecord(body) ? body.data : body;
    if (!Array.isArray(list)) return failed('bad-shape');
    const rows = list.map((row: unknown) => ({ coin: isRecord(row) ? coinOfRow(row) : undefined, row }));
    return readDollarTickers(READER, rows, ids, at, usdtUsd);
  },
};
