import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { kucoin } from './kucoin.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => kucoin.covers(id));
const [ORIGIN] = kucoin.origins;
const found = (data: unknown) => ({ code: '200000', data });
const decode = (body: unknown, ids = ['bitcoin', 'gala', 'bitcoin-cash-sv']) =>
  kucoin.decode({ status: 200, body, at: AT }, ids);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the real answer tells the long tail, and turns ratios into percent', async () => {
  const told = kucoin.decode(await answerFrom(world, ORIGIN + kucoin.request(COVERED)), COVERED);
  if (!told.ok) throw new Error(told.failure.kind);
  expect(told.value.quotes.get('monero')).toMatchObject({ last: '318.55', change24h: '-0.47' });
  expect(told.value.quotes.get('cardano')).toMatchObject({ change24h: '0' });
  expect(COVERED.filter((id) => !told.value.quotes.has(id))).toEqual(['fartcoin']);
});

test('the documented row is read: text, a ratio, one time for all', () => {
  const row = {
    symbol: 'BTC-USDT',
    symbolName: 'BTC-USDT',
    buy: '67192.5',
    bestBidSize: '0.000025',
    sell: '67192.6',
    bestAskSize: '1.24949204',
    changeRate: '-0.0014',
    changePrice: '-98.5',
    high: '68321.4',
    low: '66683.3',
    vol: '1836.03034612',
    volValue: '124068431.06726933',
    last: '67193',
    averagePrice: '67281.21437289',
    takerFeeRate: '0.001',
    makerFeeRate: '0.001',
    takerCoefficient: '1',
    makerCoefficient: '1',
  };
  expect(decode(found({ time: 1729173207043, ticker: [row] }))).toEqual({
    ok: true,
    value: {
      quotes: new Map([
        [
          'bitcoin',
          {
            last: '67193',
            change24h: '-0.14',
            source: 'kucoin',
            at: 1729173207043,
            volume24h: '124068431.06726933',
          },
        ],
      ]),
    },
  });
});

test('pairs that kept their code through a renaming are found by it, and nobody by the name that is shown', () => {
  const row = (symbol: string, symbolName: string, last: string) => ({ symbol, symbolName, last });
  const told = decode(
    found({
      time: AT,
      ticker: [
        row('GALAX-USDT', 'GALA-USDT', '0.01'),
        row('BCHSV-USDT', 'BSV-USDT', '25'),
        row('FAKE-USDT', 'BTC-USDT', '1'),
      ],
    }),
  );
  expect(told.ok && [...told.value.quotes].map(([id, { last }]) => [id, last])).toEqual([
    ['gala', '0.01'],
    ['bitcoin-cash-sv', '25'],
  ]);
});

describe('what cannot be used', () => {
  const nulls = { symbol: 'BTC-USDT', last: null, changeRate: null, volValue: null };
  test.each<[string, unknown, ReturnType<typeof failed>]>([
    ['nothing found', found(null), failed('empty')],
    ['a row of nulls', found({ time: AT, ticker: [nulls] }), failed('bad-shape')],
    ['no rows', found({ time: AT, ticker: [] }), failed('empty')],
    ['no list', found({ time: 0, ticker: null }), failed('bad-shape')],
    ['no data', { code: '200000' }, failed('bad-shape')],
    ['too many requests, inside 200', { code: '429000', msg: '' }, failed('rate-limited')],
    ['a country, inside 200', { code: 400302, msg: '' }, failed('geo-blocked')],
    ['a code that was never heard of', { code: '123', data: [] }, failed('refused')],
    ['a list', [], failed('bad-shape')],
    ['null', null, failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test('fields that are null are absent, and numbers are as good as text', () => {
    const row = { symbol: 'BTC-USDT', last: 5, changeRate: null, volValue: null };
    expect(decode(found({ time: String(AT - 1), ticker: [null, row] }))).toEqual({
      ok: true,
      value: { quotes: new Map([['bitcoin', { last: '5', change24h: null, source: 'kucoin', at: AT - 1 }]]) },
    });
  });

  test.each([
    ['rate-limited', 'rate-limited'],
    ['geo-blocked', 'geo-blocked'],
    ['forbidden-html', 'refused'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['html-200', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
  ] as const)('the venue’s own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind }, kucoin, COVERED)).toBe(expected);
  });
});

test('what is left is told, and until when', async () => {
  const answer = await answerFrom(world, ORIGIN + kucoin.request([]));
  expect(kucoin.budget?.(answer)).toEqual({ remaining: 1_985, limit: 2_000, resetAt: answer.at + 21_340 });
  expect(kucoin.budget?.({ ...answer, headers: { 'gw-ratelimit-limit': '2000' } })).toBeNull();
});

describe('past prices', () => {
  const { candles } = kucoin;
  if (!candles) throw new Error('none');

  test('come newest first, in seconds, the close before the high', () => {
    const rows = [
      ['1545904980', '0.058', '0.049', '0.058', '0.049', '0.018', '0.000945'],
      ['1545904920', '0.058', '0.072', '0.072', '0.058', '0.103', '0.006986'],
    ];
    expect(candles.decode({ status: 200, body: found(rows), at: AT }, 'monero')).toEqual({
      ok: true,
      value: [
        { at: 1545904920000, ms: 60_000, open: '0.058', close: '0.072' },
        { at: 1545904980000, ms: 60_000, open: '0.058', close: '0.049' },
      ],
    });
    expect(candles.decode({ status: 200, body: found([]), at: AT }, 'monero')).toEqual(failed('empty'));
  });

  test.each([
    ['day', 48, 1_800_000],
    ['week', 84, 7_200_000],
  ] as const)('the last %s', async (span, count, ms) => {
    const told = candles.decode(
      await answerFrom(world, ORIGIN + candles.request('monero', span, Date.now())),
      'monero',
    );
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.length).toBeGreaterThanOrEqual(count);
    expect(told.value.every((candle) => candle.ms === ms)).toBe(true);
    expect(told.value.at(-1)?.close).toBe('318.55');
  });

  test('of one moment, to the minute', async () => {
    const at = Date.now() - 40 * 86_400_000;
    const told = candles.decode(await answerFrom(world, ORIGIN + candles.requestAt('gala', at)), 'gala');
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.some((one) => one.ms === 60_000 && one.at <= at && at < one.at + one.ms)).toBe(true);
  });

  test('a pair that is not listed is told as such', async () => {
    const answer = await answerFrom(world, ORIGIN + candles.request('fartcoin', 'day', Date.now()));
    expect(kucoin.explain?.(answer)).toEqual(failed('unknown-symbol'));
  });
});
