import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../money/currency.ts';
import { decimalText, parseDecimal } from '../money/decimal.ts';
import type { Quote } from './quote.ts';
import { EMPTY_SNAPSHOT, mergeQuotes, ratePerUsdt, type Snapshot } from './snapshot.ts';
import { parseSnapshot } from './snapshot-schema.ts';

const NOW = 1_760_000_000_000;
const quote = (last: string, at = NOW, source = 'binance'): Quote => ({ last, change24h: '0.5', source, at });

const WHOLE: Snapshot = {
  v: 2,
  quotes: {
    bitcoin: { ...quote('105239.09'), volume24h: '5', unchangedSince: NOW, disputedBy: 'okx' },
    tether: { ...quote('1'), change24h: null },
  },
  fx: { source: 'er-api', date: '2025-10-10', at: NOW, perUsd: { CNY: '7.1758', EUR: '0.8615' } },
  usdtUsd: { rate: '0.9997', at: NOW, source: 'coingecko' },
  hot: { ids: ['bitcoin', 'tether'], at: NOW },
  trending: { ids: ['pepe'], at: NOW },
  trouble: { since: NOW, failures: [{ source: 'binance', kind: 'timeout' }] },
};

function expectSoundQuote({ volume24h, unchangedSince, disputedBy, ...rest }: Quote): void {
  expect(Object.keys(rest).sort()).toEqual(['at', 'change24h', 'last', 'source']);
  if (volume24h !== undefined) expect(parseDecimal(volume24h)).not.toBeNull();
  if (unchangedSince !== undefined) expect(unchangedSince).toBeGreaterThan(0);
  if (disputedBy !== undefined) expect(disputedBy).toMatch(/^.{1,24}$/s);
  expect(parseDecimal(rest.last)?.digits).toBeGreaterThan(0n);
  if (rest.change24h !== null) expect(parseDecimal(rest.change24h)).not.toBeNull();
  expect(rest.source).toEqual(expect.any(String));
  expect(rest.at).toBeGreaterThan(0);
}

/** Checks that a parsed snapshot has exactly the shape of its type. */
function expectSound(snapshot: Snapshot): void {
  expect(Object.keys(snapshot).sort()).toEqual([
    'fx',
    'hot',
    'quotes',
    'trending',
    'trouble',
    'usdtUsd',
    'v',
  ]);
  expect(snapshot.v).toBe(2);
  for (const [id, one] of Object.entries(snapshot.quotes)) {
    expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
    expectSoundQuote(one);
  }
  for (const rate of Object.values(snapshot.fx?.perUsd ?? {})) {
    expect(rate).toMatch(/^\d+(\.\d+)?$/);
    expect(rate).toMatch(/[1-9]/);
  }
  if (snapshot.usdtUsd) expect(parseDecimal(snapshot.usdtUsd.rate)?.digits).toBeGreaterThan(0n);
  for (const id of snapshot.hot?.ids ?? []) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
  for (const failure of snapshot.trouble?.failures ?? []) {
    expect(failure).toEqual({ source: expect.any(String), kind: expect.any(String) });
  }
}

describe('reading a stored snapshot', () => {
  test('a valid one is unchanged, also through JSON', () => {
    expect(parseSnapshot(WHOLE)).toEqual(WHOLE);
    expect(parseSnapshot(JSON.parse(JSON.stringify(WHOLE)))).toEqual(WHOLE);
    expect(parseSnapshot(EMPTY_SNAPSHOT)).toEqual(EMPTY_SNAPSHOT);
  });

  test.each([
    undefined,
    null,
    0,
    'snapshot',
    true,
    [],
    [WHOLE],
    {},
    { v: 3 },
    { ...WHOLE, v: 3 },
    { ...WHOLE, v: '1' },
  ])('anything else, or another version, is empty: no. %#', (raw) => {
    expect(parseSnapshot(raw)).toEqual(EMPTY_SNAPSHOT);
  });

  test.each<[string, unknown]>([
    ['no object', 'x'],
    ['a list', []],
    ['a number for a price', { ...quote('1'), last: 105239.09 }],
    ['a price of zero', quote('0')],
    ['a price below zero', quote('-1')],
    ['a price that is no number', quote('cheap')],
    ['a price with markup', quote('<b>1</b>')],
    ['an endless price', quote('9'.repeat(100_000))],
    ['no price', { change24h: '0', source: 'binance', at: NOW }],
    ['a change that is no number', { ...quote('1'), change24h: 'up' }],
    ['no change', { last: '1', source: 'binance', at: NOW }],
    ['no source', { ...quote('1'), source: '' }],
    ['an endless source', { ...quote('1'), source: 'x'.repeat(25) }],
    ['a source that is an object', { ...quote('1'), source: {} }],
    ['no time', { ...quote('1'), at: 0 }],
    ['a time that is no number', { ...quote('1'), at: '5' }],
    ['a time that is not finite', { ...quote('1'), at: Number.POSITIVE_INFINITY }],
    ['inherited fields', Object.create(quote('1'))],
  ])('a quote with %s is dropped, the others are kept', (_what, bad) => {
    const parsed = parseSnapshot({ ...WHOLE, quotes: { ...WHOLE.quotes, ripple: bad } });
    expect(parsed).toEqual(WHOLE);
  });

  test.each(['__proto__', 'constructor!', 'BTC', '', 'a'.repeat(41), 'bit coin', 'bitcoin\n', '比特币'])(
    'a quote under the key %j is dropped',
    (key) => {
      const quotes = JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(quote('1'))}}`);
      expect(Object.keys(parseSnapshot({ ...WHOLE, quotes }).quotes)).toEqual([]);
    },
  );

  test('unknown fields are dropped', () => {
    const raw = {
      ...WHOLE,
      extra: 1,
      quotes: { bitcoin: { ...quote('5'), extra: '<script>' } },
      fx: { ...WHOLE.fx, extra: 1, perUsd: { CNY: '7.1', XXX: '1', GBP: 'x', EUR: '-1' } },
    };
    const parsed = parseSnapshot(raw);
    expectSound(parsed);
    expect(parsed.fx?.perUsd).toEqual({ CNY: '7.1' });
    expect(parsed.quotes).toEqual({ bitcoin: quote('5') });
  });

  test.each([
    ['fx', { source: 'er-api', date: '2025-10-10', at: NOW }],
    ['fx', { ...WHOLE.fx, date: 20251010 }],
    ['fx', { ...WHOLE.fx, perUsd: ['7'] }],
    ['usdtUsd', { ...WHOLE.usdtUsd, rate: '0' }],
    ['usdtUsd', { ...WHOLE.usdtUsd, rate: 1 }],
    ['hot', { ids: 'bitcoin', at: NOW }],
    ['hot', { ids: ['bitcoin'] }],
    ['trouble', { since: 'yesterday', failures: [] }],
    ['trouble', { since: NOW }],
  ] as const)('a bad %s is none, and the rest stays: no. %#', (part, bad) => {
    expect(parseSnapshot({ ...WHOLE, [part]: bad })).toEqual({ ...WHOLE, [part]: null });
  });

  test('invalid list entries are dropped', () => {
    const parsed = parseSnapshot({
      ...WHOLE,
      hot: { ids: ['bitcoin', 7, 'BTC', null, '__proto__', ['tether'], 'tether'], at: NOW },
      trouble: {
        since: NOW,
        failures: [null, 'x', { source: 'okx' }, { source: 'okx', kind: 'a-later-kind' }],
      },
    });
    expect(parsed.hot?.ids).toEqual(['bitcoin', 'tether']);
    expect(parsed.trouble?.failures).toEqual([{ source: 'okx', kind: 'a-later-kind' }]);
  });

  test('any value gives a valid snapshot', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (raw) => {
        expectSound(parseSnapshot(raw));
      }),
    );
  });

  test('any value in any place gives a valid snapshot, and keeps the valid quotes', () => {
    const place = fc.constantFrom(
      ...[
        'quotes.ripple',
        'quotes.ripple.last',
        'quotes.ripple.at',
        'quotes.ripple.source',
        'quotes.ripple.change24h',
      ],
      ...[
        'fx',
        'fx.perUsd',
        'fx.perUsd.CNY',
        'fx.date',
        'usdtUsd',
        'usdtUsd.rate',
        'hot',
        'hot.ids',
        'hot.ids.0',
      ],
      ...['trouble', 'trouble.failures', 'trouble.failures.0', 'trouble.failures.0.kind', 'trouble.since'],
    );
    fc.assert(
      fc.property(place, fc.anything(), (path, value) => {
        const raw: Record<string, unknown> = structuredClone({
          ...WHOLE,
          quotes: { ...WHOLE.quotes, ripple: quote('2') },
        });
        const keys = path.split('.');
        const last = keys.pop() ?? '';
        const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, raw);
        holder[last] = value;
        const parsed = parseSnapshot(raw);
        expectSound(parsed);
        expect(parsed.quotes.bitcoin).toEqual(WHOLE.quotes.bitcoin);
      }),
      { numRuns: 500 },
    );
  });

  test('crafted prototypes pollute nothing', () => {
    const evil = `{"v":2,"__proto__":{"polluted":1},"quotes":{"__proto__":{"last":"1","change24h":null,"source":"x","at":1,"polluted":1},
      "constructor":{"prototype":{"polluted":1}},"bitcoin":{"__proto__":{"last":"1","change24h":null,"source":"evil","at":1}}},
      "fx":{"source":"x","date":"d","at":1,"perUsd":{"__proto__":{"CNY":"9"}}},"hot":{"ids":["__proto__"],"at":1},
      "usdtUsd":{"__proto__":{"rate":"9","at":1,"source":"x"}}}`;
    const parsed = parseSnapshot(JSON.parse(evil));
    expectSound(parsed);
    expect(parsed).toEqual({
      ...EMPTY_SNAPSHOT,
      fx: { source: 'x', date: 'd', at: 1, perUsd: {} },
      hot: { ids: [], at: 1 },
    });
    expect(Object.getPrototypeOf(parsed.quotes)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(parsed.quotes.polluted).toBeUndefined();
  });

  test('properties of a polluted prototype are ignored', () => {
    Object.defineProperty(Object.prototype, 'usdtUsd', {
      value: { rate: '9', at: 1, source: 'x' },
      configurable: true,
      writable: true,
    });
    Object.defineProperty(Object.prototype, 'last', { value: '666', configurable: true, writable: true });
    try {
      const parsed = parseSnapshot({ v: 2, quotes: { bitcoin: { change24h: null, source: 'x', at: 1 } } });
      expect(parsed.quotes).toEqual({});
      expect(parsed.usdtUsd).toBeNull();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'usdtUsd');
      Reflect.deleteProperty(Object.prototype, 'last');
    }
  });
});

describe('merging', () => {
  const merge = (known: Snapshot['quotes'], ...fresh: [string, Quote][]) =>
    mergeQuotes(known, new Map(fresh), NOW);

  test('adds new quotes and keeps the others', () => {
    expect(merge({ bitcoin: quote('1') }, ['ripple', quote('2')])).toEqual({
      bitcoin: quote('1'),
      ripple: quote('2'),
    });
  });

  test('the newest wins, whatever its source', () => {
    const [older, newer] = [quote('1', NOW - 60_000, 'coingecko'), quote('2', NOW - 1_000)];
    expect(merge({ bitcoin: older }, ['bitcoin', newer]).bitcoin).toEqual(newer);
    expect(merge({ bitcoin: newer }, ['bitcoin', older]).bitcoin).toEqual(newer);
  });

  test('of two with the same time the one merged later wins', () => {
    expect(merge({ bitcoin: quote('1') }, ['bitcoin', quote('2')]).bitcoin?.last).toBe('2');
  });

  test('a quote from the future, stored before the clock was set back, is overwritten', () => {
    expect(merge({ bitcoin: quote('1', NOW + 86_400_000) }, ['bitcoin', quote('2')]).bitcoin?.last).toBe('2');
    // A few seconds ahead: the source's clock, not the reader's.
    expect(merge({ bitcoin: quote('1', NOW + 5_000) }, ['bitcoin', quote('2')]).bitcoin?.last).toBe('1');
  });

  test('mutates neither input', () => {
    const known = Object.freeze({ bitcoin: quote('1') });
    const fresh = new Map([['bitcoin', quote('2', NOW + 1)]]);
    mergeQuotes(known, fresh, NOW);
    expect(known.bitcoin.last).toBe('1');
    expect(fresh.get('bitcoin')?.last).toBe('2');
  });

  test('in whatever order responses arrive, each coin ends with its newest quote', () => {
    const updates = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 1000 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(updates, (events) => {
        const merged = events.reduce<Snapshot['quotes']>(
          (known, [id, at]) => mergeQuotes(known, new Map([[id, quote('1', at)]]), NOW),
          {},
        );
        for (const id of ['a', 'b', 'c']) {
          const times = events.filter(([one]) => one === id).map(([, at]) => at);
          expect(merged[id]?.at).toBe(times.length > 0 ? Math.max(...times) : undefined);
        }
      }),
    );
  });
});

describe('the rate for one USDT', () => {
  const rateText = (snapshot: Snapshot, currency: CurrencyCode): string | null => {
    const rate = ratePerUsdt(snapshot, currency);
    return rate && decimalText(rate);
  };

  test('is the official rate times the price of a USDT', () => {
    expect(rateText(WHOLE, 'CNY')).toBe('7.17364726');
    expect(rateText(WHOLE, 'USD')).toBe('0.9997');
  });

  test('counts a USDT as a dollar until a source provides its price', () => {
    expect(rateText({ ...WHOLE, usdtUsd: null }, 'CNY')).toBe('7.1758');
    expect(rateText(EMPTY_SNAPSHOT, 'USD')).toBe('1');
  });

  test('is unknown without a rate for the currency', () => {
    expect(ratePerUsdt(WHOLE, 'KRW')).toBeNull();
    expect(ratePerUsdt(EMPTY_SNAPSHOT, 'CNY')).toBeNull();
  });
});
