import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, toldUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { okx } from './okx.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => okx.covers(id));
const [ORIGIN] = okx.origins;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('asks for all spot tickers at once, and covers all but USDT, which has no pair against itself', () => {
  expect(okx.request(COVERED)).toBe('/api/v5/market/tickers?instType=SPOT');
  expect(COINS.map(({ id }) => id).filter((id) => !okx.covers(id))).toEqual(['tether']);
});

describe('real answers', () => {
  test('tell the golden table; the change is computed from the opening price', async () => {
    const told = okx.decode(await answerFrom(world, ORIGIN + okx.request([])), COVERED);
    if (!told.ok) throw new Error(told.failure.kind);
    const shown = (id: string) => {
      const quote = told.value.quotes.get(id);
      return [quote?.last, Number(quote?.change24h).toFixed(2), quote?.source];
    };
    expect(shown('bitcoin')).toEqual(['105239.09', '0.76', 'okx']);
    expect(shown('ripple')).toEqual(['2.1517', '0.13', 'okx']);
    expect(shown('dogecoin')).toEqual(['0.1683', '-0.18', 'okx']);
    expect(shown('cardano')).toEqual(['0.5944', '0.00', 'okx']);
    expect(told.value.quotes.get('cardano')?.change24h).toBe('0');
    expect(told.value.quotes.size).toBeGreaterThan(100);
    expect(told.value.quotes.has('tether')).toBe(false);
  });

  test('only what was asked for is told', async () => {
    const told = okx.decode(await answerFrom(world, ORIGIN + okx.request([])), ['solana', 'monero']);
    expect(told.ok && [...told.value.quotes.keys()]).toEqual(['solana']);
  });

  test('the documented row is read: everything is text', () => {
    const row = {
      instType: 'SPOT',
      instId: 'BTC-USDT',
      last: '9999.99',
      lastSz: '1',
      askPx: '9999.99',
      askSz: '11',
      bidPx: '8888.88',
      bidSz: '5',
      open24h: '9000',
      high24h: '10000',
      low24h: '8888.88',
      volCcy24h: '2222',
      vol24h: '2222',
      sodUtc0: '0.1',
      sodUtc8: '0.1',
      ts: '1597026383085',
    };
    expect(
      okx.decode({ status: 200, body: { code: '0', msg: '', data: [row] }, at: AT }, ['bitcoin']),
    ).toEqual({
      ok: true,
      value: {
        quotes: new Map([
          [
            'bitcoin',
            {
              last: '9999.99',
              change24h: '11.111',
              source: 'okx',
              at: 1597026383085,
              volume24h: '2222',
            },
          ],
        ]),
      },
    });
  });
});

describe('what cannot be used', () => {
  const row = (over: Record<string, unknown>) => ({
    instId: 'BTC-USDT',
    last: '5',
    open24h: '4',
    ts: String(AT),
    ...over,
  });
  const decode = (body: unknown) => okx.decode({ status: 200, body, at: AT }, ['bitcoin', 'ethereum']);
  const found = (...data: unknown[]) => ({ code: '0', msg: '', data });

  test.each<[string, unknown, ReturnType<typeof failed>]>([
    [
      'an unknown instrument',
      { code: '51001', msg: "Instrument ID doesn't exist.", data: [] },
      failed('refused'),
    ],
    ['a parameter error', { code: '51000', msg: 'Parameter instType error', data: [] }, failed('refused')],
    [
      'too many requests, inside 200',
      { code: '50011', msg: 'Too Many Requests', data: [] },
      failed('rate-limited'),
    ],
    [
      'service unavailable, inside 200',
      { code: '50001', msg: 'Service temporarily unavailable', data: [] },
      failed('server-error'),
    ],
    ['a code that was never heard of', { code: '99999', msg: '', data: [] }, failed('refused')],
    ['a code from a prototype', { code: 'constructor', msg: '', data: [] }, failed('refused')],
    ['a code that is no code', { code: null, data: [row({})] }, failed('bad-shape')],
    ['data that is no list', { code: '0', msg: '', data: { 'BTC-USDT': { last: 1 } } }, failed('bad-shape')],
    ['null', null, failed('bad-shape')],
    ['a list', [row({})], failed('bad-shape')],
    ['no rows', found(), failed('empty')],
    ['none of the coins', found(row({ instId: 'BTC-EUR' })), failed('empty')],
    ['empty text for a price', found(row({ last: '' })), failed('bad-shape')],
    ['words for a price', found(row({ last: 'five' })), failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test('numbers where text is documented are read', () => {
    const told = decode({ code: 0, data: [row({ last: 5, open24h: 4, ts: AT, volCcy24h: 7 })] });
    expect(told.ok && told.value.quotes.get('bitcoin')).toEqual({
      last: '5',
      change24h: '25',
      source: 'okx',
      at: AT,
      volume24h: '7',
    });
  });

  test.each([
    ['no opening price: the price stands, the change is absent', { open24h: '' }, null, AT],
    ['an opening price of zero', { open24h: '0' }, null, AT],
    ['a time that is none: the time of the answer', { ts: '' }, '25', AT],
    ['a time ahead of ours', { ts: String(AT + 9_999) }, '25', AT],
    ['a time that is no number', { ts: 'soon' }, '25', AT],
  ])('%s', (_what, over, change24h, at) => {
    const told = decode(found(row(over)));
    expect(told.ok && told.value.quotes.get('bitcoin')).toEqual({ last: '5', change24h, source: 'okx', at });
  });

  test.each([
    ['rate-limited', failed('rate-limited')],
    ['geo-blocked', failed('refused')],
    ['forbidden-html', failed('refused')],
    ['server-error', failed('server-error')],
    ['truncated-json', failed('bad-json')],
    ['html-200', failed('bad-json')],
    ['wrong-shape', failed('bad-shape')],
  ] as const)('the venue’s own way of %s', async (kind, failure) => {
    expect(await toldUnder(world, { kind }, okx, COVERED)).toEqual(failure);
  });
});

describe('past prices', () => {
  const { candles } = okx;
  if (!candles) throw new Error('none');

  test('come newest first and are told oldest first; a row is as long as the gap to the next', () => {
    const rows = [
      ['1597026383085', '3.721', '3.743', '3.677', '3.708', '8422410', '22698348.04', '12698348.04', '0'],
      ['1597026323085', '3.731', '3.799', '3.494', '3.72', '24912403', '67632347.24', '37632347.24', '1'],
    ];
    expect(candles.decode({ status: 200, body: found(rows), at: AT }, 'bitcoin')).toEqual({
      ok: true,
      value: [
        { at: 1597026323085, ms: 60_000, open: '3.731', close: '3.72' },
        { at: 1597026383085, ms: 60_000, open: '3.721', close: '3.708' },
      ],
    });
  });
  const found = (data: unknown) => ({ code: '0', msg: '', data });

  test.each([
    ['day', 48, 1_800_000],
    ['week', 84, 7_200_000],
  ] as const)('the last %s', async (span, count, ms) => {
    const told = candles.decode(
      await answerFrom(world, ORIGIN + candles.request('bitcoin', span, Date.now())),
      'bitcoin',
    );
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.map((candle) => candle.ms)).toEqual(Array.from({ length: count }, () => ms));
    expect(told.value.at(-1)?.close).toBe('105239.09');
  });

  test('of one moment, to the minute', async () => {
    const at = Date.now() - 40 * 86_400_000;
    const told = candles.decode(
      await answerFrom(world, ORIGIN + candles.requestAt('bitcoin', at)),
      'bitcoin',
    );
    if (!told.ok) throw new Error(told.failure.kind);
    expect(told.value.some((one) => one.ms === 60_000 && one.at <= at && at < one.at + one.ms)).toBe(true);
  });

  test('a pair that is not listed is told as such, other errors as they are', async () => {
    const answer = await answerFrom(world, ORIGIN + candles.request('monero', 'day', 1));
    expect(candles.decode(answer, 'monero')).toEqual(failed('unknown-symbol'));
    const busy = { status: 200, body: { code: '50011', msg: '', data: [] }, at: AT };
    expect(candles.decode(busy, 'monero')).toEqual(failed('rate-limited'));
    expect(candles.decode({ ...busy, body: found([]) }, 'monero')).toEqual(failed('empty'));
  });
});
