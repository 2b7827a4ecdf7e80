import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
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

test('requests all spot tickers at once, and covers all coins except USDT, which has no pair against itself', () => {
  expect(okx.request(COVERED)).toBe('/api/v5/market/tickers?instType=SPOT');
  expect(COINS.map(({ id }) => id).filter((id) => !okx.covers(id))).toEqual(['tether']);
});

describe('real responses', () => {
  test('provide the golden table; the change is computed from the opening price', async () => {
    const decoded = okx.decode(await answerFrom(world, ORIGIN + okx.request([])), COVERED);
    if (!decoded.ok) throw new Error(decoded.failure.kind);
    const shown = (id: string) => {
      const quote = decoded.value.quotes.get(id);
      return [quote?.last, Number(quote?.change24h).toFixed(2), quote?.source];
    };
    expect(shown('bitcoin')).toEqual(['105239.09', '0.76', 'okx']);
    expect(shown('ripple')).toEqual(['2.1517', '0.13', 'okx']);
    expect(shown('dogecoin')).toEqual(['0.1683', '-0.18', 'okx']);
    expect(shown('cardano')).toEqual(['0.5944', '0.00', 'okx']);
    expect(decoded.value.quotes.get('cardano')?.change24h).toBe('0');
    expect(decoded.value.quotes.size).toBeGreaterThan(100);
    expect(decoded.value.quotes.has('tether')).toBe(false);
  });

  test('provide only requested coins', async () => {
    const decoded = okx.decode(await answerFrom(world, ORIGIN + okx.request([])), ['solana', 'monero']);
    expect(decoded.ok && [...decoded.value.quotes.keys()]).toEqual(['solana']);
  });
});

describe('past prices', () => {
  const { candles } = okx;
  if (!candles) throw new Error('none');
  const found = (data: unknown) => ({ code: '0', msg: '', data });

  test('are sent newest first and returned oldest first; the length of a row is the gap to the next', () => {
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
  test('a pair that is not listed is an unknown symbol, and other errors are read too', async () => {
    const answer = await answerFrom(world, ORIGIN + candles.request('monero', 'day', 1));
    expect(candles.decode(answer, 'monero')).toEqual(failed('unknown-symbol'));
    const busy = { status: 200, body: { code: '50011', msg: '', data: [] }, at: AT };
    expect(candles.decode(busy, 'monero')).toEqual(failed('rate-limited'));
    expect(candles.decode({ ...busy, body: found([]) }, 'monero')).toEqual(failed('empty'));
  });
});
