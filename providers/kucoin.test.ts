import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { kucoin } from './kucoin.ts';

const AT = 1_760_000_000_000;
const [ORIGIN] = kucoin.origins;
const found = (data: unknown) => ({ code: '200000', data });

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the budget is read, with its reset', async () => {
  const answer = await answerFrom(world, ORIGIN + kucoin.request([]));
  expect(kucoin.budget?.(answer)).toEqual({ remaining: 1_985, limit: 2_000, resetAt: answer.at + 21_340 });
  expect(kucoin.budget?.({ ...answer, headers: { 'gw-ratelimit-limit': '2000' } })).toBeNull();
});

describe('past prices', () => {
  const { candles } = kucoin;
  if (!candles) throw new Error('none');

  test('are newest first, in seconds, with the close before the high', () => {
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

  test('of a renamed coin are requested by the old code of its pair', async () => {
    const at = Date.now() - 40 * 86_400_000;
    const decoded = candles.decode(await answerFrom(world, ORIGIN + candles.requestAt('gala', at)), 'gala');
    if (!decoded.ok) throw new Error(decoded.failure.kind);
    expect(decoded.value.some((one) => one.ms === 60_000 && one.at <= at && at < one.at + one.ms)).toBe(true);
  });

  test('a pair that is not listed is an unknown symbol', async () => {
    const answer = await answerFrom(world, ORIGIN + candles.request('fartcoin', 'day', Date.now()));
    expect(kucoin.explain?.(answer)).toEqual(failed('unknown-symbol'));
  });
});
