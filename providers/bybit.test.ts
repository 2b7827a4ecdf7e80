import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom, kindUnder } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { bybit } from './bybit.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => bybit.covers(id));
const [ORIGIN] = bybit.origins;
const found = (list: unknown, over = {}) => ({
  retCode: 0,
  retMsg: 'OK',
  result: { category: 'spot', list },
  retExtInfo: {},
  time: AT - 5,
  ...over,
});
const decode = (body: unknown) => bybit.decode({ status: 200, body, at: AT }, ['bitcoin']);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the real answer tells all that it covers, and turns ratios into percent', async () => {
  const told = bybit.decode(await answerFrom(world, ORIGIN + bybit.request(COVERED)), COVERED);
  if (!told.ok) throw new Error(told.failure.kind);
  expect([...told.value.quotes.keys()].sort()).toEqual([...COVERED].sort());
  expect(told.value.quotes.get('tron')).toMatchObject({ last: '0.2741', change24h: '-0.11' });
});

test('the documented row is read', () => {
  const row = {
    symbol: 'BTCUSDT',
    bid1Price: '20517.96',
    bid1Size: '2',
    ask1Price: '20527.77',
    ask1Size: '1.862172',
    lastPrice: '20533.13',
    prevPrice24h: '20393.48',
    price24hPcnt: '0.0068',
    highPrice24h: '21128.12',
    lowPrice24h: '20318.89',
    turnover24h: '243765620.65899866',
    volume24h: '11801.27771',
    usdIndexPrice: '',
  };
  const quote = {
    last: '20533.13',
    change24h: '0.68',
    source: 'bybit',
    at: AT - 5,
    volume24h: '243765620.65899866',
  };
  expect(decode(found([row]))).toEqual({ ok: true, value: { quotes: new Map([['bitcoin', quote]]) } });
  const told = decode(found([{ ...row, price24hPcnt: '' }], { retCode: '0', time: null }));
  expect(told.ok && told.value.quotes.get('bitcoin')).toEqual({ ...quote, change24h: '0.684777', at: AT });
});

describe('what cannot be used', () => {
  test.each<[string, unknown, ReturnType<typeof failed>]>([
    ['too many visits', { retCode: 10006, retMsg: 'Too many visits!', result: {} }, failed('rate-limited')],
    [
      'no such pair',
      { retCode: 10001, retMsg: 'Not supported symbols', result: {} },
      failed('unknown-symbol'),
    ],
    ['a wrong parameter', { retCode: 10001, retMsg: 'Illegal category', result: {} }, failed('refused')],
    ['their trouble', { retCode: 10016, retMsg: 'Server error.', result: {} }, failed('server-error')],
    ['no list', found(null), failed('bad-shape')],
    ['no rows', found([]), failed('empty')],
    ['other coins only', found([{ symbol: 'TONUSDT', lastPrice: '3.12' }]), failed('empty')],
    ['a price that is none', found([{ symbol: 'BTCUSDT', lastPrice: '' }]), failed('bad-shape')],
    ['a list', [], failed('bad-shape')],
  ])('%s', (_what, body, failure) => {
    expect(decode(body)).toEqual(failure);
  });

  const TOO_OFTEN = failed('rate-limited', 600_000);
  const page = 'The Amazon CloudFront distribution is configured to block access from your country.';
  test.each([
    ['too often, as JSON', { body: { retCode: 10006, retMsg: 'access too frequent' } }, TOO_OFTEN],
    ['too often, as text', { body: undefined, text: '403, Access too frequent' }, TOO_OFTEN],
    ['too often, as a JSON text', { body: 'access too frequent' }, TOO_OFTEN],
    ['a country’s page', { body: undefined, text: `<html><p>${page}</p></html>` }, failed('geo-blocked')],
    ['a page that nobody kept', { body: undefined }, failed('geo-blocked')],
    ['a firewall’s page', { body: undefined, text: '<h1>403 Forbidden</h1>' }, null],
    ['words of no meaning', { body: { retCode: 1, retMsg: {} } }, null],
  ])('a 403 for %s', (_what, answer, expected) => {
    expect(bybit.explain?.({ status: 403, at: AT, ...answer })).toEqual(expected);
    expect(bybit.explain?.({ status: 500, at: AT, ...answer })).toBeNull();
  });

  test.each([
    ['rate-limited', 'rate-limited'],
    ['geo-blocked', 'geo-blocked'],
    ['forbidden-html', 'refused'],
    ['server-error', 'server-error'],
    ['truncated-json', 'bad-json'],
    ['wrong-shape', 'bad-shape'],
  ] as const)('the venue’s own way of %s', async (kind, expected) => {
    expect(await kindUnder(world, { kind }, bybit, COVERED)).toBe(expected);
  });
});

test('what is left is told, and until when', async () => {
  const answer = await answerFrom(world, ORIGIN + bybit.request([]));
  expect(bybit.budget?.(answer)).toEqual({ remaining: 597, limit: 600, resetAt: answer.at });
  expect(bybit.budget?.({ ...answer, headers: {} })).toBeNull();
});
