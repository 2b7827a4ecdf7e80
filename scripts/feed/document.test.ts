import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import { EMPTY_SNAPSHOT, type Snapshot } from '../../core/market/snapshot.ts';
import { ownFeed } from '../../providers/feed.ts';
import { feedOf, isChanged } from './document.ts';

const NOW = Date.UTC(2026, 10, 24, 7, 7);
const MINUTE = 60_000;
const LABELS = new Map([
  ['binance', 'Binance'],
  ['coingecko', 'CoinGecko'],
]);
const quote = (last: string, at = NOW, source = 'binance') => ({ last, change24h: null, source, at });
const SNAPSHOT: Snapshot = {
  ...EMPTY_SNAPSHOT,
  quotes: {
    cardano: quote('0.5944', NOW - 4_000),
    bitcoin: { ...quote('105239.09'), change24h: '0.76', volume24h: '1234567.89' },
    monero: quote('318.55', NOW - 5 * MINUTE, 'coingecko'),
    dash: quote('20', NOW - 16 * MINUTE),
  },
};

describe('the document', () => {
  test('lists each coin once, largest first, and leaves out outdated prices', () => {
    expect(feedOf(SNAPSHOT, null, LABELS, NOW)).toEqual({
      v: 1,
      at: '2026-11-24T07:06:56Z',
      source: 'Binance, CoinGecko',
      prices: {
        bitcoin: { last: '105239.09', change24h: '0.76', volume24h: '1234567' },
        cardano: { last: '0.5944', change24h: null },
        monero: { last: '318.55', change24h: null, at: '2026-11-24T07:02:00Z' },
      },
    });
  });

  test('follows the ranking if there is one, and stops at the given number of coins', () => {
    const ranked = { ...SNAPSHOT, hot: { ids: ['monero', 'dash', 'cardano', 'bitcoin'], at: NOW } };
    const feed = feedOf(ranked, 2, LABELS, NOW);
    expect(Object.keys(feed?.prices ?? {})).toEqual(['monero', 'cardano']);
    expect(feed?.hot).toEqual(['monero', 'cardano']);
  });

  test('is null if no price is recent', () => {
    expect(feedOf(EMPTY_SNAPSHOT, null, LABELS, NOW)).toBeNull();
    expect(feedOf(SNAPSHOT, null, LABELS, NOW + 16 * MINUTE)).toBeNull();
  });

  test('parses back to the same prices, none of them dated later', () => {
    const ids = COINS.map(({ id }) => id).slice(0, 12);
    const quotes = fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({
        last: fc.integer({ min: 1, max: 1e9 }).map(String),
        change24h: fc.constantFrom(null, '-1.5'),
        source: fc.constantFrom('binance', 'okx'),
        at: fc.integer({ min: NOW - 20 * MINUTE, max: NOW }),
      }),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(quotes, (all) => {
        const feed = feedOf({ ...EMPTY_SNAPSHOT, quotes: all }, null, LABELS, NOW);
        const answer = { status: 200, body: JSON.parse(JSON.stringify(feed)), at: NOW };
        const result = ownFeed('https://a.example.com/f').decode(answer, ids);
        const fresh = Object.entries(all).filter(([, { at }]) => NOW - at <= 15 * MINUTE);
        if (fresh.length === 0) return void expect(feed).toBeNull();
        expect(result.ok && result.value.leftOut).toBeUndefined();
        expect(result.ok && result.value.quotes.size).toBe(fresh.length);
        for (const [id, { last, change24h, at }] of fresh) {
          const back = result.ok ? result.value.quotes.get(id) : undefined;
          expect(back).toMatchObject({ last, change24h });
          expect(back?.at).toBeLessThanOrEqual(at);
          expect(at - (back?.at ?? 0)).toBeLessThan(10_000);
        }
      }),
    );
  });
});

describe('whether a document is written', () => {
  const before = feedOf(SNAPSHOT, null, LABELS, NOW);
  const later = (ms: number, last = '105239.09') =>
    feedOf({ ...SNAPSHOT, quotes: { bitcoin: quote(last, NOW + ms) } }, null, LABELS, NOW + ms);
  const [first, unchanged, fiveMinutesLater, changed] = [
    later(0),
    later(MINUTE),
    later(5 * MINUTE),
    later(MINUTE, '105240'),
  ];
  if (!before || !first || !unchanged || !fiveMinutesLater || !changed) throw new Error('missing document');

  test.each([
    ['the first one', first, null, true],
    ['unchanged', first, first, false],
    ['unchanged after a minute', unchanged, first, false],
    ['the same five minutes later: the old one would soon be stale', fiveMinutesLater, first, true],
    ['another price', changed, first, true],
    ['fewer coins', first, before, true],
    ['an older one, from a run with less data', first, fiveMinutesLater, false],
  ])('%s', (_what, feed, existing, expected) => {
    expect(isChanged(feed, existing)).toBe(expected);
  });
});
