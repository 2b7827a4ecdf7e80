import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failureOfAnswer } from '../core/sources/http-status.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, toldUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { binance } from './binance.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => binance.covers(id));
const symbolsIn = (path: string): string[] =>
  JSON.parse(new URL(path, binance.origins[0]).searchParams.get('symbols') ?? 'null');

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the request', () => {
  const path = binance.request(COVERED);

  test('is one batch of at most 100 symbols, of pairs that trade', () => {
    const { pathname, searchParams } = new URL(path, binance.origins[0]);
    expect(pathname).toBe('/api/v3/ticker/24hr');
    expect([...searchParams.keys()]).toEqual(['symbols', 'symbolStatus']);
    expect(searchParams.get('symbolStatus')).toBe('TRADING');
    const symbols = symbolsIn(path);
    expect(symbols).toHaveLength(COVERED.length);
    expect(symbols.length).toBeLessThanOrEqual(100);
    expect(new Set(symbols).size).toBe(symbols.length);
    for (const symbol of symbols) expect(symbol).toMatch(/^[A-Z0-9]{1,12}USDT$/);
  });

  test('is written as Binance wants it: JSON without spaces, encoded', () => {
    expect(binance.request(['bitcoin', 'ethereum'])).toBe(
      '/api/v3/ticker/24hr?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D&symbolStatus=TRADING',
    );
    expect(path).not.toMatch(/\s|%20|\+/);
  });

  test('never asks for USDT against itself, nor for a coin that nobody knows', () => {
    expect(symbolsIn(path)).not.toContain('USDTUSDT');
    expect(binance.covers('tether')).toBe(false);
    expect(symbolsIn(binance.request(['tether', 'bitcoin', 'no-such-coin']))).toEqual(['BTCUSDT']);
  });

  test('goes by the names of the venue', () => {
    expect(symbolsIn(binance.request(['bittorrent', 'the-open-network']))).toEqual(['BTTCUSDT', 'GRAMUSDT']);
    expect(symbolsIn(path)).not.toContain('TONUSDT');
  });
});

describe('real answers', () => {
  test.each(binance.origins)('%s tells every coin it covers', async (origin) => {
    const told = binance.decode(await answerFrom(world, origin + binance.request(COVERED)), COVERED);
    if (!told.ok) throw new Error(told.failure.kind);
    expect([...told.value.quotes.keys()]).toEqual(COVERED);
    expect(told.value.quotes.get('bitcoin')).toEqual({
      last: '105239.09',
      change24h: '0.76',
      source: 'binance',
      at: expect.any(Number),
      volume24h: expect.stringMatching(/^\d+$/),
    });
    expect(told.value.quotes.get('cardano')).toMatchObject({ last: '0.5944', change24h: '0' });
    expect(told.value.quotes.get('bittorrent')).toMatchObject({ last: '0.00000062', change24h: '0.16' });
    expect(told.value.ranking).toBeUndefined();
  });

  test('the documented row is read: text, percent, time of the last trade', () => {
    const row = {
      symbol: 'BNBUSDT',
      priceChange: '-94.99999800',
      priceChangePercent: '-95.960',
      weightedAvgPrice: '0.29628482',
      prevClosePrice: '0.10002000',
      lastPrice: '4.00000200',
      lastQty: '200.00000000',
      bidPrice: '4.00000000',
      bidQty: '100.00000000',
      askPrice: '4.00000200',
      askQty: '100.00000000',
      openPrice: '99.00000000',
      highPrice: '100.00000000',
      lowPrice: '0.10000000',
      volume: '8913.30000000',
      quoteVolume: '15.30000000',
      openTime: 1499783499040,
      closeTime: 1499869899040,
      firstId: 28385,
      lastId: 28460,
      count: 76,
    };
    expect(binance.decode({ status: 200, body: [row], at: AT }, ['binancecoin'])).toEqual({
      ok: true,
      value: {
        quotes: new Map([
          [
            'binancecoin',
            {
              last: '4.000002',
              change24h: '-95.96',
              source: 'binance',
              at: 1499869899040,
              volume24h: '15.3',
            },
          ],
        ]),
      },
    });
  });

  test('a suspended pair is not told: TON stopped in 2026 and goes on answering with its last trade', async () => {
    const url = `${binance.origins[0]}/api/v3/ticker/24hr?symbols=${encodeURIComponent('["TONUSDT"]')}`;
    expect((await answerFrom(world, url)).body).toHaveLength(1);
    expect((await answerFrom(world, `${url}&symbolStatus=TRADING`)).body).toHaveLength(0);
  });
});

describe('what cannot be used', () => {
  const row = (over: Record<string, unknown>) => ({
    symbol: 'BTCUSDT',
    lastPrice: '5',
    priceChangePercent: '1',
    closeTime: AT,
    ...over,
  });
  const decode = (body: unknown, ids = ['bitcoin', 'ethereum']) =>
    binance.decode({ status: 200, body, at: AT }, ids);

  test.each<[string, unknown, ReturnType<typeof failed>]>([
    ['an error body', { code: -1121, msg: 'Invalid symbol.' }, failed('bad-shape')],
    ['one row where a list was asked for', row({}), failed('bad-shape')],
    ['null', null, failed('bad-shape')],
    ['text', 'ok', failed('bad-shape')],
    ['no rows', [], failed('empty')],
    ['a stream’s short rows', [{ s: 'BTCUSDT', c: 105239.09, P: 0.76 }], failed('bad-shape')],
    ['a price in words', [row({ lastPrice: 'five' })], failed('bad-shape')],
    ['a price of zero', [row({ lastPrice: '0.00000000' })], failed('bad-shape')],
    ['other coins only', [row({ symbol: 'DOGEUSDT' })], failed('empty')],
    ['a list of nothing', [null, 1, 'x', []], failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test.each([
    ['prices as numbers', { lastPrice: 5, priceChangePercent: 1 }, '5', '1'],
    [
      'MINI rows, which have an opening price only',
      { priceChangePercent: undefined, openPrice: '4' },
      '5',
      '25',
    ],
    ['no change at all', { priceChangePercent: null }, '5', null],
  ])('%s can be used', (_what, over, last, change24h) => {
    const told = decode([row(over)]);
    expect(told.ok && told.value.quotes.get('bitcoin')).toEqual({
      last,
      change24h,
      source: 'binance',
      at: AT,
    });
  });

  test('a bad row takes no good one with it', () => {
    const told = decode([row({ lastPrice: null }), row({ symbol: 'ETHUSDT' })]);
    expect(told.ok && [...told.value.quotes.keys()]).toEqual(['ethereum']);
  });

  test('of a symbol told twice the last counts', () => {
    const told = decode([row({ lastPrice: '1' }), row({ lastPrice: '2' })]);
    expect(told.ok && told.value.quotes.get('bitcoin')?.last).toBe('2');
  });

  test.each([
    ['rate-limited', failed('rate-limited', 30_000)],
    ['banned', failed('banned', 120_000)],
    ['geo-blocked', failed('geo-blocked')],
    ['forbidden-html', failed('refused')],
    ['payment-required', failed('plan')],
    ['server-error', failed('server-error')],
    ['truncated-json', failed('bad-json')],
    ['html-200', failed('bad-json')],
    ['wrong-shape', failed('bad-shape')],
  ] as const)('the venue’s own way of %s', async (kind, failure) => {
    expect(await toldUnder(world, { kind }, binance, COVERED)).toEqual(failure);
  });

  test('one unknown symbol spoils the batch, and is told from other refusals', async () => {
    world.fault('data-api.binance.vision', { kind: 'unknown-symbol', symbol: 'SOL' });
    const [origin] = binance.origins;
    const answer = await answerFrom(world, origin + binance.request(COVERED));
    const listing = await answerFrom(world, origin + binance.listing?.path);
    world.fault('data-api.binance.vision', null);
    expect(answer).toMatchObject({ status: 400, body: { code: -1121 } });
    expect(binance.explain?.(answer)).toEqual(failed('unknown-symbol'));
    const listed = binance.listing?.decode(listing);
    expect(listed).toEqual({ ok: true, value: new Set(COVERED.filter((id) => id !== 'solana')) });
  });

  test.each([
    [{ status: 400, body: { code: -1100, msg: 'Illegal characters' }, at: AT }],
    [{ status: 200, body: { code: -1121 }, at: AT }],
    [{ status: 403, body: undefined, at: AT }],
    [{ status: 400, body: [-1121], at: AT }],
  ])('answer no. %# is no unknown symbol', (answer) => {
    expect(binance.explain?.(answer)).toBeNull();
  });

  test.each([
    [[], failed('empty')],
    [[{ symbol: 'NOSUCHUSDT' }], failed('empty')],
    [[{ symbol: 7 }], failed('bad-shape')],
    [{ code: -1121 }, failed('bad-shape')],
    [null, failed('bad-shape')],
  ])('list no. %# says nothing', (body, failure) => {
    expect(binance.listing?.decode({ status: 200, body, at: AT })).toEqual(failure);
  });

  test.each([
    ['a symbol that is none', ['NOSUCHUSDT', 'BTCUSDT']],
    ['a list with spaces', ['BTC USDT']],
    ['lower case', ['btcusdt']],
  ])('%s: the whole batch is refused', async (_what, symbols) => {
    const query = encodeURIComponent(JSON.stringify(symbols));
    const answer = await answerFrom(world, `${binance.origins[0]}/api/v3/ticker/24hr?symbols=${query}`);
    expect(failureOfAnswer(answer)).toEqual(failed('refused'));
  });
});

test('the weight of the running minute is told, and when the minute is over', () => {
  const budget = (used: string) =>
    binance.budget?.({ status: 200, body: [], at: AT, headers: { 'x-mbx-used-weight-1m': used } });
  expect(budget('40')).toEqual({ remaining: 5_960, limit: 6_000, resetAt: AT - (AT % 60_000) + 60_000 });
  expect(budget('7000')).toMatchObject({ remaining: 0 });
  expect(budget('much')).toBeNull();
  expect(binance.budget?.({ status: 200, body: [], at: AT })).toBeNull();
});

describe('past prices', () => {
  const { candles } = binance;
  if (!candles) throw new Error('none');

  test('are of the documented shape, oldest first', () => {
    const row = [1499040000000, '0.01634790', '0.80000000', '0.01575800', '0.01577100', '148976.11427815'];
    const rest = [1499644799999, '2434.19055334', 308, '1756.87402397', '28.46694368', '0'];
    expect(candles.decode({ status: 200, body: [[...row, ...rest], null, [1]], at: AT }, 'bitcoin')).toEqual({
      ok: true,
      value: [{ at: 1499040000000, ms: 604_800_000, open: '0.0163479', close: '0.015771' }],
    });
  });

  test.each([
    ['day', 48, 1_800_000],
    ['week', 84, 7_200_000],
  ] as const)('the last %s', async (span, count, ms) => {
    const now = Date.now();
    const answer = await answerFrom(world, binance.origins[0] + candles.request('solana', span, now));
    const told = candles.decode(answer, 'solana');
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value).toHaveLength(count);
    expect(told.value.every((candle) => candle.ms === ms)).toBe(true);
    expect(told.value.at(-1)?.close).toBe('145.58');
    expect(now - (told.value[0]?.at ?? 0)).toBeGreaterThan((count - 1) * ms);
  });

  test('of one moment, to the minute', async () => {
    const at = Date.now() - 40 * 86_400_000;
    const answer = await answerFrom(world, binance.origins[0] + candles.requestAt('solana', at));
    const told = candles.decode(answer, 'solana');
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.some((one) => one.ms === 60_000 && one.at <= at && at < one.at + one.ms)).toBe(true);
  });

  test('a pair that is not listed is told as such', async () => {
    const url = `${binance.origins[0]}${candles.request('solana', 'day', 1).replace('SOL', 'NOSUCH')}`;
    expect(binance.explain?.(await answerFrom(world, url))).toEqual(failed('unknown-symbol'));
  });
});
