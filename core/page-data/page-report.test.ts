import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePageReport } from './page-report.ts';

const REPORT = {
  site: 'panewslab.com',
  panel: 'open',
  coins: [
    { id: 'bitcoin', count: 3 },
    { id: 'ethereum', count: 1 },
  ],
  published: 1_760_000_000_000,
} as const;

test('a report is read as it is', () => {
  expect(parsePageReport(REPORT)).toEqual(REPORT);
  expect(parsePageReport({ ...REPORT, coins: null, published: null })).toEqual({
    ...REPORT,
    coins: null,
    published: null,
  });
});

test('what does not hold is left out', () => {
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
  'is no report: %j',
  (raw) => {
    expect(parsePageReport(raw)).toBeNull();
  },
);

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (coins, published, panel) => {
      parsePageReport({ ...REPORT, coins, published, panel });
    }),
  );
});
