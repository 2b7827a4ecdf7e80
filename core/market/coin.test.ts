import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COIN_ID, type Coin } from './coin.ts';
import { ALIASES } from './coin-aliases.ts';
import { COIN_BY_ID, COIN_LINES, COINS } from './coin-catalog.ts';
import { listOrder } from './coin-lists.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';

describe('the bundled coins', () => {
  test('every line is a coin, and ids and symbols are unique', () => {
    expect(COINS).toHaveLength(COIN_LINES.length);
    for (const line of COIN_LINES) expect(line).toMatch(/^[^|]+\|[^|]+(\|[^|]*){1,3}$/);
    for (const { id, symbol, name } of COINS) {
      expect(id).toMatch(COIN_ID);
      expect(symbol).toMatch(/^[A-Z0-9]{1,12}$/);
      for (const text of Object.values(name)) expect(text.length).toBeLessThanOrEqual(40);
    }
    expect(new Set(COINS.map(({ id }) => id)).size).toBe(COINS.length);
    expect(new Set(COINS.map(({ symbol }) => symbol)).size).toBe(COINS.length);
  });

  test('the first ten are those of the original page, in its order', () => {
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

  test('every coin has a name in every language, and its line is unchanged', () => {
    for (const { name } of COINS) expect(Object.values(name).every((text) => text.length > 0)).toBe(true);
    const lines = readFileSync(new URL('./coin-catalog.ts', import.meta.url), 'utf8');
    for (const line of COIN_LINES) expect(lines).toContain(`\n${line}\n`);
  });

  test('an empty Chinese name is the English one, an empty Traditional the Simplified', () => {
    const namesOf = (id: string) => Object.values(COIN_BY_ID.get(id)?.name ?? {});
    expect(namesOf('solana')).toEqual(['Solana', 'Solana', 'Solana']);
    expect(namesOf('bittorrent')).toEqual(['BitTorrent', '比特流', '比特流']);
    expect(namesOf('bitcoin')).toEqual(['Bitcoin', '比特币', '比特幣']);
  });

  test('Toncoin has its name of 2026, and the old ones are aliases', () => {
    expect(COIN_BY_ID.get('the-open-network')?.symbol).toBe('GRAM');
    expect(ALIASES['the-open-network']).toContain('TON');
  });

  test('aliases are of coins that exist', () => {
    expect(Object.keys(ALIASES).filter((id) => !COIN_BY_ID.has(id))).toEqual([]);
  });
});

describe('the hot order', () => {
  const NAME = { en: '', 'zh-Hans': '', 'zh-Hant': '' };
  const coins = new Map(
    ['a', 'b', 'c'].map((id): [string, Coin] => [id, { id, symbol: id.toUpperCase(), name: NAME }]),
  );
  const ranked = (...ids: string[]): Snapshot => ({ ...EMPTY_SNAPSHOT, hot: { ids, at: 1 } });

  test.each<[string, Snapshot, string[]]>([
    ['is the bundled one without a ranking', EMPTY_SNAPSHOT, ['a', 'b', 'c']],
    ['is the ranking of the source', ranked('c', 'a', 'b'), ['c', 'a', 'b']],
    ['is the ranking of the source, then the coins it left out', ranked('c'), ['c', 'a', 'b']],
    ['without strangers', ranked('x', 'b', '__proto__'), ['b', 'a', 'c']],
    ['each once', ranked('b', 'b', 'a', 'b'), ['b', 'a', 'c']],
  ])('%s', (_what, snapshot, order) => {
    expect(listOrder(snapshot, coins, 'market-cap', [])).toEqual(order);
  });

  test('contains every coin once, whatever the ranking', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...COINS.map(({ id }) => id)), fc.string())), (ids) => {
        const order = listOrder(ranked(...ids), COIN_BY_ID, 'market-cap', []);
        expect([...order].sort()).toEqual([...COIN_BY_ID.keys()].sort());
      }),
    );
  });
});
