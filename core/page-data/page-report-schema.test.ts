import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePageReport } from './page-report-schema.ts';

const REPORT = {
  site: 'panewslab.com',
  panel: 'open',
  coins: [
    { id: 'bitcoin', count: 3 },
    { id: 'ethereum', count: 1 },
  ],
  published: 1_760_000_000_000,
} as const;

test('a valid report is unchanged', () => {
  expect(parsePageReport(REPORT)).toEqual(REPORT);
  expect(parsePageReport({ ...REPORT, coins: null, published: null })).toEqual({
    ...REPORT,
    coins: null,
    published: null,
  });
});

test('invalid parts are dropped', () => {
  const coins = [
    { id: 'BAD!', count: 1 },
    { id: 'tron', count: -1 },
    { id: 'bitcoin', count: 2 },
    null,
    REPORT.coins[0],
  ];
  expect(parsePageReport({ ...REPORT, coins, published: 'yesterday', more: 1 })).toEqual({
    ...REPORT,
    coins: [{ id: 'bitcoin', count: 2 }],
    published: null,
  });
});

test.each([undefined, null, 'open', [], {}, { ...REPORT, panel: 'gone' }, { ...REPORT, site: '<b>' }])(
  'anything else is null: %j',
  (raw) => {
    expect(parsePageReport(raw)).toBeNull();
  },
);

test('missing coins and date are null; a coin counts once, up to a hundred entries', () => {
  const { site, panel } = REPORT;
  expect(parsePageReport({ site, panel })).toEqual({ site, panel, coins: null, published: null });
  const coins = Array.from({ length: 101 }, (_none, index) => ({ id: `coin-${index}`, count: 1 }));
  const read = parsePageReport({ ...REPORT, coins: [{ id: 'coin-0', count: 7 }, ...coins] })?.coins;
  expect(read?.[0]).toEqual({ id: 'coin-0', count: 7 });
  expect(read).toHaveLength(99);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (coins, published, panel) => {
      parsePageReport({ ...REPORT, coins, published, panel });
    }),
  );
});
