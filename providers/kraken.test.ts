import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failureOfAnswer } from '../core/sources/http-status.ts';
import { failed } from '../core/sources/result.ts';
import { found, ticker } from '../tests/conformance/sources/kraken.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { kraken } from './kraken.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => kraken.covers(id));
const [ORIGIN] = kraken.origins;
const decode = (body: unknown, ids = ['bitcoin', 'dogecoin', 'solana', 'tether'], usdtUsd?: string) =>
  kraken.decode({ status: 200, body, at: AT }, ids, usdtUsd);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('requests dollar pairs by Kraken’s names, and the price of a USDT', () => {
  const pairsOf = (ids: string[]) => new URL(ORIGIN + kraken.request(ids)).searchParams.get('pair');
  expect(pairsOf(['bitcoin', 'dogecoin', 'the-open-network'])).toBe('XBTUSD,XDGUSD,GRAMUSD,USDTUSD');
  expect(pairsOf(['tether', 'okb', 'nope'])).toBe('USDTUSD');
});

test('the real response provides all covered coins, in USDT', async () => {
  world.market.set('tether', { last: '0.998' });
  const decoded = kraken.decode(await answerFrom(world, ORIGIN + kraken.request(COVERED)), COVERED, '0.5');
  world.market.set('tether', { last: '1' });
  if (!decoded.ok) throw new Error(decoded.failure.kind);
  expect([...decoded.value.quotes.keys()].sort()).toEqual([...COVERED].sort());
  expect(decoded.value.usdtUsd).toBe('0.998');
  expect(decoded.value.quotes.get('bitcoin')?.last).toMatch(/^105449\.98997995991983/);
  expect(decoded.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: null });
  expect([...decoded.value.quotes.values()].every(({ change24h }) => change24h === null)).toBe(true);
});

test.each([
  ...['XXBTZUSD', 'XBTUSD', 'XBT/USD', 'BTC/USD'].map((key) => [key, 'bitcoin'] as const),
  ...['XDGUSD', 'XXDGZUSD', 'DOGEUSD', 'XDG/USD'].map((key) => [key, 'dogecoin'] as const),
  ...['SOLUSD', 'SOL/USD'].map((key) => [key, 'solana'] as const),
  ...['USDTZUSD', 'USDTUSD'].map((key) => [key, 'tether'] as const),
])('%s is %s', (key, id) => {
  const decoded = decode(found({ [key]: ticker('3') }));
  expect(decoded.ok && [...decoded.value.quotes.keys()]).toEqual([id]);
});

test.each([
  ['as last known', '0.5', '6'],
  ['one dollar if it is unknown', undefined, '3'],
])('without its own USDT price it uses the last known one: %s', (_what, usdtUsd, last) => {
  const decoded = decode(found({ SOLUSD: ticker(3, { p: null }), XBTUSD: null }), undefined, usdtUsd);
  expect(decoded.ok && decoded.value.usdtUsd).toBeUndefined();
  expect(decoded.ok && decoded.value.quotes.get('solana')).toMatchObject({
    last,
    volume24h: String(50 * Number(last)),
  });
});

test('a pair of another currency, or of another coin with the same name, is ignored', () => {
  const foreign = { XXBTZEUR: ticker('1'), XBTUSDT: ticker('1'), LUNAUSD: ticker('1'), TONUSD: ticker('1') };
  expect(decode(found(foreign), COVERED)).toEqual(failed('empty'));
  expect(kraken.covers('terra-luna')).toBe(false);
});

describe('invalid responses', () => {
  test.each<[unknown, ReturnType<typeof failed>]>([
    [['EQuery:Unknown asset pair'], failed('unknown-symbol')],
    [['EGeneral:Too many requests'], failed('rate-limited')],
    [['EAPI:Rate limit exceeded'], failed('rate-limited')],
    [['EGeneral:Temporary lockout'], failed('rate-limited')],
    [['EService:Unavailable'], failed('server-error')],
    [['EService:Busy'], failed('server-error')],
    [['EGeneral:Permission denied'], failed('refused')],
  ])('%j', (error, failure) => {
    expect(decode({ error })).toEqual(failure);
    expect(kraken.explain?.({ status: 502, body: { error }, at: AT })).toEqual(failure);
    expect(kraken.listing?.decode({ status: 200, body: { error }, at: AT })).toEqual(failure);
  });

  test('a warning is not a failure', () => {
    expect(decode({ error: ['WGeneral:Danger'], result: { SOLUSD: ticker('3') } }).ok).toBe(true);
  });

  test('one unknown pair fails the request; the list of pairs shows which', async () => {
    world.fault('api.kraken.com', { kind: 'unknown-symbol', symbol: 'SOL' });
    const answer = await answerFrom(world, ORIGIN + kraken.request(COVERED));
    const listing = await answerFrom(world, ORIGIN + kraken.listing?.path);
    world.fault('api.kraken.com', null);
    expect(kraken.explain?.(answer) ?? failureOfAnswer(answer) ?? decode(answer.body)).toEqual(
      failed('unknown-symbol'),
    );
    const listed = kraken.listing?.decode(listing);
    expect(listed?.ok && [...listed.value].sort()).toEqual(COVERED.filter((id) => id !== 'solana').sort());
  });
});
