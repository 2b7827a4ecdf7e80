import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failureOfAnswer } from '../core/sources/http-status.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
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

  test('is one batch of at most 100 symbols, of trading pairs only', () => {
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

  test('has the format of Binance: JSON without spaces, encoded', () => {
    expect(binance.request(['bitcoin', 'ethereum'])).toBe(
      '/api/v3/ticker/24hr?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D&symbolStatus=TRADING',
    );
    expect(path).not.toMatch(/\s|%20|\+/);
  });

  test('never contains USDT against itself, or an unknown coin', () => {
    expect(symbolsIn(path)).not.toContain('USDTUSDT');
    expect(binance.covers('tether')).toBe(false);
    expect(symbolsIn(binance.request(['tether', 'bitcoin', 'no-such-coin']))).toEqual(['BTCUSDT']);
  });

  test('uses the names of the venue', () => {
    expect(symbolsIn(binance.request(['bittorrent', 'the-open-network']))).toEqual(['BTTCUSDT', 'GRAMUSDT']);
    expect(symbolsIn(path)).not.toContain('TONUSDT');
  });
});

describe('real responses', () => {
  test.each(binance.origins)('%s provides every coin it covers', async (origin) => {
    const decoded = binance.decode(await answerFrom(world, origin + binance.request(COVERED)), COVERED);
    if (!decoded.ok) throw new Error(decoded.failure.kind);
    expect([...decoded.value.quotes.keys()]).toEqual(COVERED);
    expect(decoded.value.quotes.get('bitcoin')).toEqual({
      last: '105239.09',
      change24h: '0.76',
      source: 'binance',
      at: expect.any(Number),
      volume24h: expect.stringMatching(/^\d+$/),
    });
    expect(decoded.value.quotes.get('cardano')).toMatchObject({ last: '0.5944', change24h: '0' });
    expect(decoded.value.quotes.get('bittorrent')).toMatchObject({ last: '0.00000062', change24h: '0.16' });
    expect(decoded.value.ranking).toBeUndefined();
  });

  test('a suspended pair is left out: TON stopped in 2026, and its ticker keeps the last trade', async () => {
    const url = `${binance.origins[0]}/api/v3/ticker/24hr?symbols=${encodeURIComponent('["TONUSDT"]')}`;
    expect((await answerFrom(world, url)).body).toHaveLength(1);
    expect((await answerFrom(world, `${url}&symbolStatus=TRADING`)).body).toHaveLength(0);
  });
});

describe('invalid responses', () => {
  const row = (over: Record<string, unknown>) => ({
    symbol: 'BTCUSDT',
    lastPrice: '5',
    priceChangePercent: '1',
    closeTime: AT,
    ...over,
  });
  const decode = (body: unknown, ids = ['bitcoin', 'ethereum']) =>
    binance.decode({ status: 200, body, at: AT }, ids);

  test('an invalid row does not affect valid ones', () => {
    const decoded = decode([row({ lastPrice: null }), row({ symbol: 'ETHUSDT' })]);
    expect(decoded.ok && [...decoded.value.quotes.keys()]).toEqual(['ethereum']);
  });

  test('one unknown symbol fails the batch, and differs from other errors', async () => {
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
  ])('response no. %# is not an unknown symbol', (answer) => {
    expect(binance.explain?.(answer)).toBeNull();
  });

  test.each([
    [[], failed('empty')],
    [[{ symbol: 'NOSUCHUSDT' }], failed('empty')],
    [[{ symbol: 7 }], failed('bad-shape')],
    [{ code: -1121 }, failed('bad-shape')],
    [null, failed('bad-shape')],
  ])('list no. %# fails', (body, failure) => {
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

test('the budget is the weight of the current minute, and ends with it', () => {
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

  test('have the documented shape, oldest first', () => {
    const row = [1499040000000, '0.01634790', '0.80000000', '0.01575800', '0.01577100', '148976.11427815'];
    const rest = [1499644799999, '2434.19055334', 308, '1756.87402397', '28.46694368', '0'];
    expect(candles.decode({ status: 200, body: [[...row, ...rest], null, [1]], at: AT }, 'bitcoin')).toEqual({
      ok: true,
      value: [{ at: 1499040000000, ms: 604_800_000, open: '0.0163479', close: '0.015771' }],
    });
  });

  test('a pair that is not listed is an unknown symbol', async () => {
    const url = `${binance.origins[0]}${candles.request('solana', 'day', 1).replace('SOL', 'NOSUCH')}`;
    expect(binance.explain?.(await answerFrom(world, url))).toEqual(failed('unknown-symbol'));
  });
});
