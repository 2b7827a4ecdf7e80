import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failureOfAnswer } from '../core/sources/http-status.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { kraken } from './kraken.ts';

const AT = 1_760_000_000_000;
const COVERED = COINS.map(({ id }) => id).filter((id) => kraken.covers(id));
const [ORIGIN] = kraken.origins;
const ticker = (last: unknown, over = {}) => ({
  a: ['30300.1', '1', '1.000'],
  b: ['30300.0', '1', '1.000'],
  c: [last, '0.00067643'],
  v: ['40', '50'],
  p: ['9', '10'],
  t: [34619, 38907],
  l: ['1', '1'],
  h: ['3', '3'],
  o: '2',
  ...over,
});
const found = (result: unknown) => ({ error: [], result });
const decode = (body: unknown, ids = ['bitcoin', 'dogecoin', 'solana', 'tether'], usdtUsd?: string) =>
  kraken.decode({ status: 200, body, at: AT }, ids, usdtUsd);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('asks for pairs with the dollar by Kraken’s names, and for what a USDT costs', () => {
  const pairsOf = (ids: string[]) => new URL(ORIGIN + kraken.request(ids)).searchParams.get('pair');
  expect(pairsOf(['bitcoin', 'dogecoin', 'the-open-network'])).toBe('XBTUSD,XDGUSD,GRAMUSD,USDTUSD');
  expect(pairsOf(['tether', 'okb', 'nope'])).toBe('USDTUSD');
});

test('the real answer tells all that it covers, in USDT', async () => {
  world.market.set('tether', { last: '0.998' });
  const told = kraken.decode(await answerFrom(world, ORIGIN + kraken.request(COVERED)), COVERED, '0.5');
  world.market.set('tether', { last: '1' });
  if (!told.ok) throw new Error(told.failure.kind);
  expect([...told.value.quotes.keys()].sort()).toEqual([...COVERED].sort());
  expect(told.value.usdtUsd).toBe('0.998');
  expect(told.value.quotes.get('bitcoin')?.last).toMatch(/^105449\.98997995991983/);
  expect(told.value.quotes.get('tether')).toMatchObject({ last: '1', change24h: null });
  expect([...told.value.quotes.values()].every(({ change24h }) => change24h === null)).toBe(true);
});

test.each([
  ...['XXBTZUSD', 'XBTUSD', 'XBT/USD', 'BTC/USD'].map((key) => [key, 'bitcoin'] as const),
  ...['XDGUSD', 'XXDGZUSD', 'DOGEUSD', 'XDG/USD'].map((key) => [key, 'dogecoin'] as const),
  ...['SOLUSD', 'SOL/USD'].map((key) => [key, 'solana'] as const),
  ...['USDTZUSD', 'USDTUSD'].map((key) => [key, 'tether'] as const),
])('%s is %s', (key, id) => {
  const told = decode(found({ [key]: ticker('3') }));
  expect(told.ok && [...told.value.quotes.keys()]).toEqual([id]);
});

test.each([
  ['as last known', '0.5', '6'],
  ['one dollar when nobody knows', undefined, '3'],
])('without a USDT of its own it goes by the dollar: %s', (_what, usdtUsd, last) => {
  const told = decode(found({ SOLUSD: ticker(3, { p: null }), XBTUSD: null }), undefined, usdtUsd);
  expect(told.ok && told.value.usdtUsd).toBeUndefined();
  expect(told.ok && told.value.quotes.get('solana')).toMatchObject({
    last,
    volume24h: String(50 * Number(last)),
  });
});

test('a pair of another currency, or of a coin with a name in common, is nobody’s', () => {
  const foreign = { XXBTZEUR: ticker('1'), XBTUSDT: ticker('1'), LUNAUSD: ticker('1'), TONUSD: ticker('1') };
  expect(decode(found(foreign), COVERED)).toEqual(failed('empty'));
  expect(kraken.covers('terra-luna')).toBe(false);
});

describe('what cannot be used', () => {
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

  test('a warning is no failure', () => {
    expect(decode({ error: ['WGeneral:Danger'], result: { SOLUSD: ticker('3') } }).ok).toBe(true);
  });

  test('one unknown pair fails the list; the list of pairs says which', async () => {
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
