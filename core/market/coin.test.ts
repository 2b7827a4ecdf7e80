import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COIN_ID, parseCoins } from './coin.ts';
import { ALIASES } from './coin-aliases.ts';
import { COIN_BY_ID, COIN_LINES, COINS } from './coin-catalog.ts';
import { listOrder } from './coin-lists.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';

describe('the bundled coins', () => {
  test('every line is a coin, and no id or symbol comes twice', () => {
    expect(COINS).toHaveLength(COIN_LINES.length);
    expect(new Set(COINS.map(({ id }) => id)).size).toBe(COINS.length);
    expect(new Set(COINS.map(({ symbol }) => symbol)).size).toBe(COINS.length);
  });

  test('the first ten are those of the seed page, in its order', () => {
    expect(
      COINS.slice(0, 10)
        .map(({ symbol }) => symbol)
        .join(' '),
    ).toBe('BTC ETH USDT XRP BNB SOL USDC TRX DOGE ADA');
    expect(COINS.slice(0, 10).map(({ name }) => name['zh-Hans'])).toEqual([
      '比特币',
      '以太坊',
      '泰达币',
      '瑞波币',
      '币安币',
      'Solana',
      'USDC',
      '波场',
      '狗狗币',
      '艾达币',
    ]);
  });

  test('every coin has a name in every language, and stands in its line as given', () => {
    for (const { name } of COINS) expect(Object.values(name).every((text) => text.length > 0)).toBe(true);
    const lines = readFileSync(new URL('./coin-catalog.ts', import.meta.url), 'utf8');
    for (const line of COIN_LINES) expect(lines).toContain(`\n${line}\n`);
  });

  test('Toncoin goes by the name it was given in 2026, and is found by the old ones', () => {
    expect(COIN_BY_ID.get('the-open-network')?.symbol).toBe('GRAM');
    expect(ALIASES['the-open-network']).toContain('TON');
  });

  test('aliases are of coins that exist', () => {
    expect(Object.keys(ALIASES).filter((id) => !COIN_BY_ID.has(id))).toEqual([]);
  });
});

describe('reading coins from lines', () => {
  test('an empty Chinese name is the English one, an empty Traditional the Simplified', () => {
    const coins = parseCoins([
      'solana|SOL|Solana',
      'polkadot|DOT|Polkadot|波卡',
      'bitcoin|BTC|Bitcoin|比特币|比特幣',
    ]);
    expect([...coins.values()].map(({ name }) => Object.values(name))).toEqual([
      ['Solana', 'Solana', 'Solana'],
      ['Polkadot', '波卡', '波卡'],
      ['Bitcoin', '比特币', '比特幣'],
    ]);
  });

  test.each([undefined, null, 'bitcoin|BTC', {}, 5])('what is no list has none: no. %#', (raw) => {
    expect(parseCoins(raw).size).toBe(0);
  });

  test('bad lines are left out', () => {
    const lines = [
      '',
      'x',
      'Bitcoin|BTC|x',
      'bitcoin|btc|x',
      '__proto__|BTC|x',
      null,
      7,
      {},
      ['bitcoin|BTC|Bitcoin'],
      'a|B|c',
    ];
    expect([...parseCoins(lines).keys()]).toEqual(['bitcoin', 'a']);
  });

  test('many and long are cut', () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `c${n}|C${n}|${'x'.repeat(500)}`);
    const coins = parseCoins(lines);
    expect(coins.size).toBe(400);
    expect(coins.get('c0')?.name.en).toHaveLength(40);
  });

  test('anything at all gives sound coins', () => {
    const line = fc.oneof(
      fc.anything().filter((value) => !hasBrokenText(value)),
      fc.stringMatching(/^[a-z]{1,3}\|[A-Z]{1,3}\|.*$/),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const [id, coin] of parseCoins(lines)) {
          expect(id).toMatch(COIN_ID);
          expect(coin.id).toBe(id);
          expect(coin.symbol).toMatch(/^[A-Z0-9]{1,12}$/);
        }
      }),
    );
  });
});

/** Storage holds JSON: no value in it refuses to be made text. */
function hasBrokenText(value: unknown): boolean {
  try {
    String(value);
    return false;
  } catch {
    return true;
  }
}

describe('the hot order', () => {
  const coins = parseCoins(['a|A|a', 'b|B|b', 'c|C|c']);
  const ranked = (...ids: string[]): Snapshot => ({ ...EMPTY_SNAPSHOT, hot: { ids, at: 1 } });

  test.each<[string, Snapshot, string[]]>([
    ['bundled until a source has told', EMPTY_SNAPSHOT, ['a', 'b', 'c']],
    ['as told', ranked('c', 'a', 'b'), ['c', 'a', 'b']],
    ['as told, then those left out', ranked('c'), ['c', 'a', 'b']],
    ['without strangers', ranked('x', 'b', '__proto__'), ['b', 'a', 'c']],
    ['each once', ranked('b', 'b', 'a', 'b'), ['b', 'a', 'c']],
  ])('%s', (_what, snapshot, order) => {
    expect(listOrder(snapshot, coins, 'market-cap', [])).toEqual(order);
  });

  test('holds every coin once, whatever was told', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...COINS.map(({ id }) => id)), fc.string())), (ids) => {
        const order = listOrder(ranked(...ids), COIN_BY_ID, 'market-cap', []);
        expect([...order].sort()).toEqual([...COIN_BY_ID.keys()].sort());
      }),
    );
  });
});
