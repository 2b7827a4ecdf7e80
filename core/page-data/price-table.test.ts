import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../i18n/language.ts';
import { COIN_BY_ID } from '../market/coin-catalog.ts';
import { HOT_LISTS } from '../market/coin-lists.ts';
import { buildPriceList, type PriceRow } from '../market/price-list.ts';
import type { Quote } from '../market/quote.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../market/snapshot.ts';
import { CURRENCY_CODES, type CurrencyCode } from '../money/currency.ts';
import { decimalOf } from '../money/decimal.ts';
import { percentChange } from '../money/percent-change.ts';
import { parsePageSettings } from '../settings/page-settings.ts';
import { coinNames } from './page-context.ts';
import {
  buildPriceTable,
  PRICE_TABLE_VERSION,
  type PriceTable,
  parsePriceTable,
  priceTableText,
  readChangeSince,
  readPriceList,
  readRows,
} from './price-table.ts';

const NOW = 1_760_098_920_000;
const quote = (last: string, change24h: string | null, extra: Partial<Quote> = {}): Quote => ({
  last,
  change24h,
  source: 'binance',
  at: NOW - 12_000,
  ...extra,
});
const snapshot: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: {
    bitcoin: quote('105239.09', '0.76'),
    ripple: quote('2.1517', '0.13', { disputedBy: 'okx' }),
    tron: quote('0.2741', '-0.11', { at: NOW - 3_600_000 }),
    cardano: quote('0.5944', null),
  },
  fx: { source: 'er-api', date: '2025-10-10', at: NOW, perUsd: { CNY: '7.1758', JPY: '151.2' } },
};
const settings = parsePageSettings(undefined);
const table = buildPriceTable(snapshot, COIN_BY_ID, settings);
const NAMES = coinNames(COIN_BY_ID);
const around = { now: NOW, periodMs: 60_000, online: true };
const rows = (ids: string[], currency: CurrencyCode = 'CNY', from = table) =>
  readRows(ids, { table: from, coins: NAMES, language: 'zh-Hans', currency, around });

/** A table with this outline and these rows, parsed from its stored text. */
function stored(outline: unknown, lines: readonly unknown[] = []): PriceTable | null {
  return parsePriceTable([outline, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}
const { rows: _rows, ...outline } = table;

describe('a price table', () => {
  test('reads back unchanged', () => {
    expect(parsePriceTable(priceTableText(table))).toEqual(table);
  });

  test('prints the same as the other surfaces', () => {
    expect(rows(['bitcoin', 'ripple', 'cardano'])).toMatchObject([
      {
        symbol: 'BTC',
        name: '比特币',
        price: '105,239.09',
        money: '¥755,174.66',
        change: '+0.76%',
        direction: 'up',
      },
      { symbol: 'XRP', price: '2.15', money: '¥15.44', disputedBy: 'okx' },
      { symbol: 'ADA', price: '0.59440', money: '¥4.27', change: '—', direction: null },
    ]);
    expect(rows(['bitcoin'], 'JPY')[0]?.money).toBe('JP¥15,912,150');
  });

  test('has only currencies with a known rate', () => {
    expect([...table.currencies].sort()).toEqual(['CNY', 'JPY', 'USD']);
    expect(rows(['bitcoin'], 'EUR')[0]?.money).toBe('—');
  });

  test('marks old prices, has rows without a price, and drops unknown coins', () => {
    expect(rows(['tron', 'ethereum', 'unknown'])).toMatchObject([
      { id: 'tron', stale: true },
      { id: 'ethereum', price: '—', quotedBy: null, stale: false },
    ]);
    expect(rows(['tron', 'ethereum', 'unknown'])).toHaveLength(2);
  });

  test('is in the order of the selected list, with a heading for its first rows', () => {
    const watchlist = buildPriceTable(snapshot, COIN_BY_ID, {
      hotList: 'watchlist',
      watchlist: ['tron', 'bitcoin'],
      rows: 1,
    });
    expect(watchlist).toMatchObject({ list: 'watchlist', order: ['tron', 'bitcoin'] });
    expect(watchlist.primarySource.at).toBe(NOW - 3_600_000);
    expect(table.order).toHaveLength(COIN_BY_ID.size);
  });

  test('has no prices before the first ones are fetched', () => {
    const empty = buildPriceTable(EMPTY_SNAPSHOT, COIN_BY_ID, settings);
    expect(empty.primarySource).toEqual({ source: null, at: null });
    expect(rows(['bitcoin'], 'CNY', empty)[0]).toMatchObject({ price: '—', money: '—', quotedBy: null });
  });

  test('prints the change since another price if both are known', () => {
    expect(readChangeSince(table, 'bitcoin', '100000')).toBe('+5.24%');
    expect(readChangeSince(table, 'bitcoin', undefined)).toBe('');
    expect(readChangeSince(table, 'ethereum', '100')).toBe('');
    expect(readChangeSince(table, 'bitcoin', '0')).toBe('');
  });
});

const digits = (max: number) => fc.nat({ max: 10 ** max - 1 }).map(String);
/** Plain decimal text, of every size. */
const positive = fc.tuple(digits(7), fc.nat({ max: 12 }), digits(8)).map(([whole, zeros, rest]) => {
  return `${whole}.${'0'.repeat(zeros)}${rest}1`;
});
const time = fc.integer({ min: NOW - 2 * 3_600_000, max: NOW + 60_000 });
const sourceId = fc.constantFrom('binance', 'okx', 'coingecko', 'feed');
const coinId = fc.constantFrom(...[...COIN_BY_ID.keys()].slice(0, 24));
const anyQuote: fc.Arbitrary<Quote> = fc.record(
  {
    last: positive,
    change24h: fc.option(fc.tuple(fc.constantFrom('', '-'), positive).map(([sign, text]) => sign + text)),
    source: sourceId,
    at: time,
    volume24h: positive,
    disputedBy: sourceId,
  },
  { requiredKeys: ['last', 'change24h', 'source', 'at'] },
);
const idList = fc.option(fc.record({ ids: fc.array(coinId), at: time }));
const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  v: fc.constant(EMPTY_SNAPSHOT.v),
  quotes: fc.dictionary(coinId, anyQuote, { maxKeys: 24 }),
  fx: fc.option(
    fc.record({
      source: sourceId,
      date: fc.constant('2025-10-10'),
      at: time,
      perUsd: fc.dictionary(fc.constantFrom(...CURRENCY_CODES), positive),
    }),
  ),
  usdtUsd: fc.option(fc.record({ rate: positive, at: time, source: sourceId })),
  hot: idList,
  trending: idList,
  trouble: fc.option(fc.constant({ since: NOW, failures: [] })),
});
const anyReader = fc.record({
  hotList: fc.constantFrom(...HOT_LISTS),
  watchlist: fc.uniqueArray(coinId),
  rows: fc.integer({ min: 3, max: 50 }),
  language: fc.constantFrom(...LANGUAGES),
  currency: fc.constantFrom(...CURRENCY_CODES),
  around: fc.record({
    now: fc.constant(NOW),
    periodMs: fc.constantFrom(30_000, 60_000, 3_600_000),
    online: fc.boolean(),
  }),
});

describe('a page shows the same as the popup', () => {
  test('for any snapshot, list, language, currency and time', () => {
    fc.assert(
      fc.property(anySnapshot, anyReader, (prices, reader) => {
        const { language, currency } = reader;
        const read = parsePriceTable(priceTableText(buildPriceTable(prices, COIN_BY_ID, reader)));
        if (!read) throw new Error('not read');
        const reading = { table: read, coins: NAMES, language, currency, around: reader.around };
        const list = { ...reader, snapshot: prices, coins: COIN_BY_ID };
        expect(readPriceList(reader.rows, reading)).toEqual(buildPriceList({ ...list, count: reader.rows }));
        // All coins, as in the expanded panel and among the coins of an article.
        const all = buildPriceList({ ...list, hotList: 'market-cap', count: COIN_BY_ID.size }).rows;
        expect(readRows([...all.map(({ id }) => id)], reading)).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  test('for the change since any price', () => {
    fc.assert(
      fc.property(positive, anyQuote, (past, now) => {
        const prices = { ...EMPTY_SNAPSHOT, quotes: { bitcoin: now } };
        const read = parsePriceTable(priceTableText(buildPriceTable(prices, COIN_BY_ID, settings)));
        if (!read) throw new Error('not read');
        expect(readChangeSince(read, 'bitcoin', past)).toBe(
          percentChange(decimalOf(past), decimalOf(now.last)),
        );
      }),
    );
  });
});

describe('an invalid table counts as absent', () => {
  test.each([undefined, null, 7, {}, [], table, '', 'x', '\n', '{}\n', 'null\n', JSON.stringify(outline)])(
    '%#',
    (raw) => {
      expect(parsePriceTable(raw)).toBeNull();
    },
  );

  test.each([
    { ...outline, v: PRICE_TABLE_VERSION - 1 },
    { ...outline, v: PRICE_TABLE_VERSION + 1 },
    { ...outline, list: 'constructor' },
    { ...outline, order: 'bitcoin' },
    { ...outline, order: [{}] },
    { ...outline, currencies: null },
    { ...outline, currencies: [7] },
    { ...outline, primarySource: 'binance' },
    { ...outline, fx: [{}, 'er-api'] },
  ])('so does one with an invalid outline: %#', (raw) => {
    expect(stored(outline)).not.toBeNull();
    expect(stored(raw)).toBeNull();
  });
});

describe('a table from untrusted input', () => {
  const good: readonly unknown[] = ['bitcoin', '1.00', '+1.00%', '1', 'okx', NOW, null, '¥7.00'];
  const withPart = (index: number, part: unknown): unknown[] => good.with(index, part);
  const absent = {
    id: 'bitcoin',
    price: '—',
    money: '—',
    change: '—',
    direction: null,
    stale: false,
    quotedBy: null,
    disputedBy: null,
  };

  test('has its valid rows', () => {
    const valid = stored({ ...outline, currencies: ['CNY'] }, [good]);
    if (!valid) throw new Error('not read');
    expect(rows(['bitcoin'], 'CNY', valid)).toMatchObject([
      { price: '1.00', money: '¥7.00', change: '+1.00%' },
    ]);
  });

  test.each([
    'bitcoin|1.00|+1.00%|1|okx|5|',
    null,
    { 0: 'bitcoin' },
    ['bitcoin'],
    ['bitcoin', ...good],
    good.slice(0, 5),
    ...[1, 2, 3, 4].flatMap((index) => [7, {}, null].map((part) => withPart(index, part))),
    ...['5', null, 0, -1, {}].map((at) => withPart(5, at)),
    withPart(6, {}),
    withPart(6, 7),
  ])('has no row if that has another shape: %j', (row) => {
    const odd = stored(outline, [row]);
    if (!odd) throw new Error('not read');
    expect(rows(['bitcoin'], 'CNY', odd)).toMatchObject([absent]);
    expect(readChangeSince(odd, 'bitcoin', '1')).toBe('');
  });

  test.each([7, {}, null])('has no money in a currency if that has another shape: %j', (money) => {
    const odd = stored({ ...outline, currencies: ['CNY'] }, [withPart(7, money)]);
    if (!odd) throw new Error('not read');
    expect(rows(['bitcoin'], 'CNY', odd)).toMatchObject([{ price: '1.00', money: '—' }]);
    expect(rows(['bitcoin'], 'USD', odd)).toMatchObject([{ price: '1.00', money: '—' }]);
  });

  test.each(['\n["bitcoin",', '\n["bitcoin",\n', '\n["bitcoin",1', '\n["bitcoin",]\n', '["bitcoin",\n'])(
    'has no row where the text is truncated: %j',
    (broken) => {
      const odd = parsePriceTable(JSON.stringify(outline) + broken);
      const read = odd ? rows(['bitcoin'], 'CNY', odd) : [absent];
      expect(read).toMatchObject([absent]);
    },
  );

  test('never shows the row of another coin', () => {
    const id = 'a",1],["b';
    const odd = stored({ ...outline, order: [id, 'bit', 'bitcoin'] }, [good]);
    if (!odd) throw new Error('not read');
    const coins = { [id]: ['A'], bit: ['BIT'], bitcoin: ['BTC'] };
    const read = readPriceList(3, { table: odd, coins, language: 'en', currency: 'CNY', around }).rows;
    expect(read.map(({ symbol, price }) => [symbol, price])).toEqual([
      ['A', '—'],
      ['BIT', '—'],
      ['BTC', '1.00'],
    ]);
  });

  test('has no heading if that has another shape', () => {
    for (const primarySource of [{}, { source: {}, at: 5 }, { source: 'okx', at: 'x' }, { source: 'okx' }])
      expect(stored({ ...outline, primarySource })?.primarySource).toEqual({ source: null, at: null });
    expect(stored({ ...outline, fx: [] })?.fx).toEqual(['', '']);
    expect(stored({ ...outline, trouble: 'x' })?.trouble).toBe(false);
  });

  const part = fc.jsonValue();
  const cell = fc.oneof(part, fc.constantFrom<unknown>('1.00', '1', 'okx', NOW, null));
  const line = fc.oneof(
    coinId.map((id) => good.with(0, id)),
    fc.tuple(coinId, fc.array(cell, { maxLength: 9 })).map(([id, cells]) => [id, ...cells]),
    fc.tuple(fc.nat({ max: 7 }), part).map(([index, odd]) => withPart(index, odd)),
    part,
  );
  // Mostly valid fields: a table with one invalid field of seven is rejected before any row is read.
  const mostly = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 9, arbitrary: valid }, { weight: 1, arbitrary: part });
  const anyOutline = fc.record({
    v: fc.constant(PRICE_TABLE_VERSION),
    list: mostly(fc.constantFrom(...HOT_LISTS)),
    order: mostly(fc.array(fc.oneof(coinId, fc.string()))),
    primarySource: mostly(fc.record({ source: part, at: part })),
    trouble: part,
    currencies: mostly(fc.constant(['CNY'])),
    fx: mostly(fc.constant(['2025-10-10', 'er-api'])),
  });
  const anyText = fc
    .tuple(anyOutline, fc.array(line), fc.constantFrom('\n', '\n\n', ''))
    .map(([first, lines, end]) => [first, ...lines].map((one) => JSON.stringify(one)).join('\n') + end);
  const anyCoins = fc.oneof(fc.dictionary(coinId, part), fc.constant(NAMES));
  /** All texts of a row that are shown. */
  const printed = (row: PriceRow): unknown[] => {
    const { id, symbol, name, price, money, change, quotedBy, disputedBy } = row;
    return [id, symbol, name, price, money, change, quotedBy?.source ?? '', disputedBy ?? ''];
  };

  const expectText = (text: unknown): void => {
    expect(text).toBeTypeOf('string');
    expect(text).not.toMatch(/\[object|NaN/);
  };

  test('never throws, and prints only text', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, fc.anything()), fc.string(), anyCoins, (raw, past, coins) => {
        const odd = parsePriceTable(raw);
        if (!odd) return;
        const reading = { table: odd, coins, language: 'en', currency: 'CNY', around } as const;
        const list = readPriceList(112, reading);
        const all = [...list.rows, ...readRows(['bitcoin', '__proto__', 'constructor'], reading)];
        for (const row of all) [...printed(row), readChangeSince(odd, row.id, past)].forEach(expectText);
        const quoted = all.flatMap(({ quotedBy }) => quotedBy ?? []);
        for (const { at } of quoted) expect(Number.isFinite(at)).toBe(true);
        shown += quoted.length;
        const { source, at } = list.primarySource;
        expect(Number.isFinite(at)).toBe(source !== null);
        odd.fx.forEach(expectText);
      }),
      { numRuns: 3000 },
    );
    // Not because no row was read.
    expect(shown).toBeGreaterThan(10);
  });
});
