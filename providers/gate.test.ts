import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { gate } from './gate.ts';

const AT = 1_760_000_000_000;
const ALL = COINS.map(({ id }) => id);
const COVERED = ALL.filter((id) => gate.covers(id));
const [ORIGIN] = gate.origins;
const decode = (body: unknown, ids = ['bitcoin', 'the-open-network']) =>
  gate.decode({ status: 200, body, at: AT }, ids);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('covers no USDT, and no tokens of competitors', () => {
  expect(ALL.filter((id) => !gate.covers(id))).toEqual(['tether', 'okb', 'bitget-token', 'leo-token']);
});

test('the real answer tells all that it covers', async () => {
  const told = gate.decode(await answerFrom(world, ORIGIN + gate.request(COVERED)), COVERED);
  if (!told.ok) throw new Error(told.failure.kind);
  expect([...told.value.quotes.keys()].sort()).toEqual([...COVERED].sort());
  expect(told.value.quotes.get('dogecoin')).toMatchObject({ last: '0.1683', change24h: '-0.18' });
});

test('the documented row is read: text, percent, no time', () => {
  const row = {
    currency_pair: 'BTC_USDT',
    last: '26019.8',
    lowest_ask: '26019.9',
    highest_bid: '26019.8',
    change_percentage: '1.09',
    change_utc0: '0.36',
    change_utc8: '1.04',
    base_volume: '4722.912133756',
    quote_volume: '122324034.68892',
    high_24h: '26202.4',
    low_24h: '25606.3',
  };
  const frozen = { ...row, currency_pair: 'TON_USDT', last: '3.12' };
  const fund = { ...row, currency_pair: 'BTC3L_USDT', etf_net_value: '2.4', etf_leverage: '2.2' };
  expect(decode([frozen, fund, row])).toEqual({
    ok: true,
    value: {
      quotes: new Map([
        [
          'bitcoin',
          { last: '26019.8', change24h: '1.09', source: 'gate', at: AT, volume24h: '122324034.68892' },
        ],
      ]),
    },
  });
});

describe('what cannot be used', () => {
  test.each<[string, unknown, ReturnType<typeof failed>]>([
    ['a label', { label: 'INVALID_CURRENCY_PAIR', message: '' }, failed('unknown-symbol')],
    ['a label that was never heard of', { label: 'constructor', message: '' }, failed('refused')],
    ['a table', { BTC_USDT: { last: 5 } }, failed('bad-shape')],
    ['null', null, failed('bad-shape')],
    ['no rows', [], failed('empty')],
    ['other coins only', [{ currency_pair: 'TON_USDT', last: '3.12' }], failed('empty')],
    ['a price of zero', [{ currency_pair: 'BTC_USDT', last: '0' }], failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  test.each([
    [
      400,
      { label: 'INVALID_CURRENCY', message: 'currency TON is delisted' },
      failed('unknown-symbol', 7_000),
    ],
    [429, { label: 'TOO_MANY_REQUESTS', message: '' }, failed('rate-limited', 7_000)],
    [500, { label: 'INTERNAL', message: '' }, failed('server-error', 7_000)],
    [403, undefined, null],
    [200, [], null],
  ])('status %d with body no. %#', (status, body, expected) => {
    expect(gate.explain?.({ status, body, at: AT, retryAfterMs: 7_000 })).toEqual(expected);
  });

  test.each([
    ['rate-limited', 'rate-limited'],
    ['geo-blocked', 'refused'],
    ['forbidden-html', 'refused'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['html-200', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
  ] as const)('the venue’s own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind }, gate, COVERED)).toBe(expected);
  });
});

test.each([
  ['1760000003', AT + 3_000],
  ['1760000003000', AT + 3_000],
  ['1750000000', AT],
])('what is left is told, and until when: %s', (reset, resetAt) => {
  const headers = {
    'x-gate-ratelimit-requests-remain': '3',
    'x-gate-ratelimit-limit': '200',
    'x-gate-ratelimit-reset-timestamp': reset,
  };
  const answer = { status: 200, body: [], at: AT };
  expect(gate.budget?.({ ...answer, headers })).toEqual({ remaining: 3, limit: 200, resetAt });
  expect(gate.budget?.(answer)).toBeNull();
});
