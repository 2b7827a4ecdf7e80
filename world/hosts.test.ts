import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFromWorld } from './ask.ts';
import { startWorld, type World } from './world.ts';

const BINANCE = 'https://data-api.binance.vision/api/v3';
const OKX = 'https://www.okx.com/api/v5/market';
const GECKO = 'https://api.coingecko.com/api/v3';
const BTC = `${BINANCE}/ticker/24hr?symbol=BTCUSDT`;
// Symbol, CoinGecko id, price, change: the table of the product design.
const GOLDEN = [
  ['BTC', 'bitcoin', '105239.09', '0.76'],
  ['ETH', 'ethereum', '2517.54', '0.25'],
  ['USDT', 'tether', '1', '0.01'],
  ['XRP', 'ripple', '2.1517', '0.13'],
  ['BNB', 'binancecoin', '646.71', '0.96'],
  ['SOL', 'solana', '145.58', '1.24'],
  ['USDC', 'usd-coin', '0.9998', '0.01'],
  ['TRX', 'tron', '0.2741', '-0.11'],
  ['DOGE', 'dogecoin', '0.1683', '-0.18'],
  ['ADA', 'cardano', '0.5944', '0'],
] as const;
const TRADED = GOLDEN.filter(([symbol]) => symbol !== 'USDT');

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

type Row = Record<string, string>;
async function getJson<T>(url: string): Promise<T> {
  return JSON.parse((await fetchFromWorld(world, url)).text) as T;
}
const batch = (...symbols: string[]): string =>
  `${BINANCE}/ticker/24hr?symbols=${encodeURIComponent(JSON.stringify(symbols))}`;

describe('Binance', () => {
  it('returns the golden table as text with eight decimals', async () => {
    const rows = await getJson<Row[]>(batch(...TRADED.map(([symbol]) => `${symbol}USDT`)));
    expect(rows.map((row) => row.symbol)).toEqual(TRADED.map(([symbol]) => `${symbol}USDT`));
    for (const [index, [, , last, change]] of TRADED.entries()) {
      expect(rows[index]?.lastPrice).toMatch(/^\d+\.\d{8}$/);
      expect(Number(rows[index]?.lastPrice)).toBe(Number(last));
      expect(rows[index]?.priceChangePercent).toBe(Number(change).toFixed(3));
      expect(typeof rows[index]?.closeTime).toBe('number');
    }
  });

  it('returns an object for one symbol, an array for none, and counts the weight', async () => {
    const one = await fetchFromWorld(world, BTC);
    expect(JSON.parse(one.text).symbol).toBe('BTCUSDT');
    expect(one.headers['x-mbx-used-weight-1m']).toBe('2');
    const all = await getJson<Row[]>(`${BINANCE}/ticker/24hr`);
    expect(all.length).toBeGreaterThan(90);
    expect(all.map((row) => row.symbol)).not.toContain('USDTUSDT');
    expect(await getJson<Row>(`${BINANCE}/ticker/price?symbol=PEPEUSDT`)).toEqual({
      symbol: 'PEPEUSDT',
      price: '0.00001234',
    });
  });

  it('has no percentage in MINI rows', async () => {
    const row = await getJson<Row>(`${BTC}&type=MINI`);
    expect(row.priceChangePercent).toBeUndefined();
    expect(row.openPrice).toBe('104445.31000000');
  });

  it('keeps returning the last price of a suspended pair, unless only trading pairs are requested', async () => {
    const [row] = await getJson<(Row & { closeTime: unknown })[]>(batch('TONUSDT'));
    expect(Number(row?.closeTime)).toBeLessThan(Date.now() - 86_400_000);
    expect(await getJson(`${batch('TONUSDT')}&symbolStatus=TRADING`)).toEqual([]);
    expect(await getJson(`${BINANCE}/ticker/24hr?symbol=TONUSDT&symbolStatus=TRADING`)).toHaveProperty(
      'code',
      -1220,
    );
  });

  it.each([
    ['an unknown symbol among known ones', batch('BTCUSDT', 'USDTUSDT'), -1121],
    ['lower case', batch('btcusdt'), -1100],
    ['a space', `${BINANCE}/ticker/24hr?symbols=%5B%22BTCUSDT%22,%20%22BNBUSDT%22%5D`, -1100],
    ['both parameters', `${BTC}&symbols=%5B%22BTCUSDT%22%5D`, -1101],
    ['an unknown interval', `${BINANCE}/klines?symbol=BTCUSDT&interval=7m`, -1120],
  ])('rejects %s', async (_what, url, code) => {
    const { status, text } = await fetchFromWorld(world, url);
    expect(status).toBe(400);
    expect(JSON.parse(text).code).toBe(code);
  });

  it('lists its pairs, and has candles that end at the current price', async () => {
    const info = await getJson<{ symbols: Row[] }>(`${BINANCE}/exchangeInfo`);
    expect(info.symbols.find(({ symbol }) => symbol === 'TONUSDT')?.status).toBe('BREAK');
    const candles = await getJson<string[][]>(`${BINANCE}/klines?symbol=SOLUSDT&interval=1h&limit=24`);
    expect(candles).toHaveLength(24);
    expect(candles.at(-1)?.[4]).toBe('145.58000000');
  });
});

describe('OKX', () => {
  it('has no percentage, but an opening price that gives it', async () => {
    const { code, data } = await getJson<{ code: string; data: Row[] }>(`${OKX}/tickers?instType=SPOT`);
    expect(code).toBe('0');
    for (const [symbol, , last, change] of TRADED) {
      const row = data.find(({ instId }) => instId === `${symbol}-USDT`);
      expect(row?.last).toBe(last);
      const open = Number(row?.open24h);
      expect((((Number(last) - open) / open) * 100).toFixed(2)).toBe(Number(change).toFixed(2));
    }
    expect(data.flatMap(Object.values).every((value) => typeof value === 'string')).toBe(true);
    expect(data.some(({ last }) => last === '')).toBe(true);
  });

  it('returns errors with HTTP 200', async () => {
    const { status, text } = await fetchFromWorld(world, `${OKX}/ticker?instId=USDT-USDT`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ code: '51001', msg: "Instrument ID doesn't exist.", data: [] });
    expect(await getJson(`${OKX}/tickers`)).toHaveProperty('code', '50014');
  });

  it('returns candles newest first', async () => {
    const { data } = await getJson<{ data: string[][] }>(`${OKX}/candles?instId=BTC-USDT&bar=1H&limit=3`);
    expect(data.map(([time]) => Number(time))).toEqual(
      data.map(([time]) => Number(time)).sort((a, b) => b - a),
    );
    expect(data[0]?.[4]).toBe('105239.09');
  });
});

describe('CoinGecko', () => {
  it('returns the golden table as numbers, in order of market cap', async () => {
    const ids = GOLDEN.map(([, id]) => id).sort();
    const rows = await getJson<Record<string, unknown>[]>(
      `${GECKO}/coins/markets?vs_currency=usd&ids=${ids}&precision=full&locale=zh`,
    );
    expect(
      rows.map(({ id, current_price, price_change_percentage_24h, market_cap_rank }) => [
        ...[id, current_price, price_change_percentage_24h, market_cap_rank],
      ]),
    ).toEqual(GOLDEN.map(([, id, last, change], index) => [id, Number(last), Number(change), index + 1]));
    expect(rows[0]?.name).toBe('比特币');
    expect(rows[6]?.name).toBe('USDC');
  });

  it('omits unknown ids, and returns null for coins without a price', async () => {
    const rows = await getJson<Record<string, unknown>[]>(
      `${GECKO}/coins/markets?vs_currency=cny&ids=no-such-coin,dormant-token`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: 'dormant-token', current_price: null, market_cap: null });
    expect(await getJson(`${GECKO}/simple/price?ids=no-such-coin,dormant-token&vs_currencies=usd`)).toEqual({
      'dormant-token': {},
    });
    expect((await fetchFromWorld(world, `${GECKO}/coins/markets?ids=bitcoin`)).status).toBe(422);
  });

  it('has exchange rates, trending coins and candles', async () => {
    const { rates } = await getJson<{ rates: Record<string, { value: number }> }>(`${GECKO}/exchange_rates`);
    expect((rates.cny?.value ?? 0) / (rates.usd?.value ?? 1)).toBeCloseTo(7.1758, 6);
    const { coins } = await getJson<{ coins: { item: { id: string } }[] }>(`${GECKO}/search/trending`);
    expect(coins).toHaveLength(15);
    const past = await getJson<{ prices: number[][] }>(
      `${GECKO}/coins/bitcoin/market_chart?vs_currency=usd&days=7`,
    );
    expect(past.prices.length).toBeGreaterThan(160);
    expect(await getJson(`${GECKO}/ping`)).toEqual({ gecko_says: '(V3) To the Moon!' });
  });
});

describe('exchange rates', () => {
  it('come from the open endpoint', async () => {
    const body = await getJson<Record<string, unknown>>('https://open.er-api.com/v6/latest/USD');
    expect(body).toMatchObject({
      result: 'success',
      base_code: 'USD',
      rates: { USD: 1, CNY: 7.1758, TWD: 30.72 },
    });
  });

  it('come from Frankfurter, whose first version has no Taiwan dollar', async () => {
    const old = await getJson('https://api.frankfurter.dev/v1/latest?base=USD&symbols=CNY,TWD');
    expect(old).toMatchObject({ base: 'USD', rates: { CNY: 7.1758 } });
    expect(old).not.toHaveProperty('rates.TWD');
    const rows = await getJson<Row[]>('https://api.frankfurter.dev/v2/rates?base=USD&quotes=CNY,TWD');
    expect(rows.map(({ quote, rate }) => [quote, rate])).toEqual([
      ['USD', 1],
      ['CNY', 7.1758],
      ['TWD', 30.72],
    ]);
  });
});

describe('other venues', () => {
  it('Gate: an array even for one pair, and a percentage', async () => {
    expect(await getJson('https://api.gateio.ws/api/v4/spot/tickers?currency_pair=BTC_USDT')).toMatchObject([
      { currency_pair: 'BTC_USDT', last: '105239.09', change_percentage: '0.76' },
    ]);
    const unknown = await fetchFromWorld(
      world,
      'https://api.gateio.ws/api/v4/spot/tickers?currency_pair=NO_USDT',
    );
    expect([unknown.status, JSON.parse(unknown.text).label]).toEqual([400, 'INVALID_CURRENCY_PAIR']);
  });

  it('KuCoin: a ratio, and null for an unknown pair', async () => {
    const { data } = await getJson<{ data: { ticker: Row[] } }>(
      'https://api.kucoin.com/api/v1/market/allTickers',
    );
    expect(data.ticker.find(({ symbol }) => symbol === 'XMR-USDT')).toMatchObject({ changeRate: '-0.0047' });
    expect(await getJson('https://api.kucoin.com/api/v1/market/stats?symbol=NO-USDT')).toEqual({
      code: '200000',
      data: null,
    });
  });

  it('KuCoin: candles newest first, in seconds, with close before high', async () => {
    const now = Math.floor(Date.now() / 1000);
    const url = `https://api.kucoin.com/api/v1/market/candles?type=1hour&symbol=XMR-USDT&startAt=${now - 7200}&endAt=${now}`;
    const { data } = await getJson<{ data: string[][] }>(url);
    expect(data.length).toBeGreaterThanOrEqual(2);
    expect(Number(data[0]?.[0])).toBeGreaterThan(Number(data[1]?.[0]));
    expect(Number(data[0]?.[0]) % 3600).toBe(0);
    expect(data[0]?.[2]).toBe('318.55');
    for (const [, open, close, high, low] of data) {
      expect(Number(high)).toBeGreaterThanOrEqual(Math.max(Number(open), Number(close)));
      expect(Number(low)).toBeLessThanOrEqual(Math.min(Number(open), Number(close)));
    }
  });

  it('KuCoin: pairs keep their code when their coin is renamed', async () => {
    const { data } = await getJson<{ data: { ticker: Row[] } }>(
      'https://api.kucoin.com/api/v1/market/allTickers',
    );
    expect(data.ticker.find(({ symbol }) => symbol === 'GALAX-USDT')?.symbolName).toBe('GALA-USDT');
    expect(data.ticker.find(({ symbol }) => symbol === 'GALA-USDT')).toBeUndefined();
  });

  it.each([
    [
      'https://api.gateio.ws/api/v4/spot/tickers',
      ['x-gate-ratelimit-requests-remain', 'x-gate-ratelimit-limit'],
    ],
    ['https://api.kucoin.com/api/v1/market/allTickers', ['gw-ratelimit-remaining', 'gw-ratelimit-reset']],
    ['https://api.bybit.com/v5/market/tickers?category=spot', ['x-bapi-limit-status', 'x-bapi-limit']],
  ])('the headers contain the remaining rate limit: %s', async (url, names) => {
    const { headers } = await fetchFromWorld(world, url);
    for (const name of names) expect(headers[name]).toMatch(/^\d+$/);
  });

  it.each([
    ['api.kraken.com', '/0/public/Ticker', 200, 'EService:Unavailable'],
    ['www.okx.com', '/api/v5/market/tickers?instType=SPOT', 503, '50001'],
    ['api.bybit.com', '/v5/market/tickers?category=spot', 503, 'Unavailable'],
  ])('%s has its own error answers', async (host, path, status, words) => {
    world.fault(host, { kind: 'server-error' });
    const reply = await fetchFromWorld(world, `https://${host}${path}`);
    world.fault(host, { kind: 'server-error', status: 502 });
    const proxied = await fetchFromWorld(world, `https://${host}${path}`);
    world.fault(host, null);
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(words);
    expect([proxied.status, proxied.text.startsWith('<!doctype html>')]).toEqual([502, true]);
  });

  it('Bybit: a ratio, and an error code with HTTP 200', async () => {
    const url = 'https://api.bybit.com/v5/market/tickers?category=spot';
    expect(await getJson(`${url}&symbol=TRXUSDT`)).toMatchObject({
      retCode: 0,
      result: { category: 'spot', list: [{ lastPrice: '0.2741', price24hPcnt: '-0.0011' }] },
    });
    expect(await getJson(`${url}&symbol=NOUSDT`)).toMatchObject({ retCode: 10001 });
  });

  it('Kraken: its own pair keys, and one unknown pair fails the whole request', async () => {
    const url = 'https://api.kraken.com/0/public/Ticker?pair=';
    const { result } = await getJson<{ result: Record<string, { c: string[] }> }>(
      `${url}XBTUSD,USDTUSD,SOLUSD`,
    );
    expect(Object.keys(result)).toEqual(['XXBTZUSD', 'USDTZUSD', 'SOLUSD']);
    expect(result.XXBTZUSD?.c[0]).toBe('105239.09000');
    expect(Object.keys((await getJson<{ result: object }>(`${url}XDGUSD`)).result)).toEqual(['XDGUSD']);
    expect(await getJson(`${url}XBTUSD,NOUSD`)).toEqual({ error: ['EQuery:Unknown asset pair'] });
  });

  it('Coinbase: one product at a time', async () => {
    const url = 'https://api.exchange.coinbase.com/products';
    expect(await getJson(`${url}/BTC-USD/stats`)).toMatchObject({ open: '104445.31', last: '105239.09' });
    expect(await getJson(`${url}/BTC-USD/ticker`)).toMatchObject({ price: '105239.09' });
    expect((await fetchFromWorld(world, `${url}/KAS-USD/stats`)).status).toBe(404);
  });

  it('CoinPaprika returns numbers, CoinLore text', async () => {
    const url = 'https://api.coinpaprika.com/v1/tickers';
    expect(await getJson(`${url}/btc-bitcoin?quotes=USD,CNY`)).toMatchObject({
      quotes: { USD: { price: 105239.09, percent_change_24h: 0.76 } },
    });
    expect((await fetchFromWorld(world, `${url}/no-coin`)).status).toBe(404);
    const [row] = await getJson<Row[]>('https://api.coinlore.net/api/ticker/?id=90');
    expect(row).toMatchObject({ id: '90', rank: 1, price_usd: '105239.09', percent_change_24h: '0.76' });
  });

  it('the daily currency table, at both addresses', async () => {
    const file = 'v1/currencies/usd.json';
    const tables = [
      `https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/${file}`,
      `https://latest.currency-api.pages.dev/${file}`,
    ];
    for (const url of tables) expect(await getJson(url)).toMatchObject({ usd: { cny: 7.1758, twd: 30.72 } });
  });
});
