import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COINS } from '../core/market/coin-catalog.ts';
import { parseSettings } from '../core/settings/settings.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { SourceResponse } from '../core/sources/price-source.ts';
import { FAILURE_KINDS, type Result, success } from '../core/sources/result.ts';
import { type RequestLog, sendRequest } from '../jobs/request.ts';
import { getJson } from '../platform/http.ts';
import { readRepoFile } from '../tests/house.ts';
import { hostileBodies } from '../tests/world-reach.ts';
import { fetchFromWorld as askWorld } from '../world/ask.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Feed, ownFeed } from './feed.ts';

const AT = Date.UTC(2026, 10, 24, 7, 7, 10);
const ALL = COINS.map(({ id }) => id);
const FEED: Feed = {
  v: 1,
  at: '2026-11-24T07:07:00Z',
  source: 'Example desk',
  prices: {
    bitcoin: { last: '105239.09', change24h: '0.76', volume24h: '1234567.8' },
    ethereum: { last: '2517.54', change24h: null, at: '2026-11-24T07:01:00+00:00' },
    cardano: { last: '0.5944' },
  },
  usdtUsd: '0.9998',
  fx: { date: '2026-11-23', perUsd: { CNY: '7.1758', EUR: '0.86', XAU: '0.0003' } },
  hot: ['bitcoin', 'ethereum', 'cardano', 'coin-of-tomorrow'],
};

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readRepoFile('docs/feed.schema.json')),
);

const feed = (url = 'https://prices.example.com/desk/feed.json?v=2') => ownFeed(url);
const decode = (body: unknown, ids: readonly string[] = ALL): Result<SourceResponse> =>
  feed().decode({ status: 200, body, at: AT }, ids);
function decoded(body: unknown, ids?: readonly string[]): SourceResponse {
  const result = decode(body, ids);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}
const withPrice = (price: unknown): unknown => ({ ...FEED, prices: { ...FEED.prices, bitcoin: price } });

describe('the URL', () => {
  test('gives a source with its host and one path', () => {
    expect(feed()).toMatchObject({
      id: 'feed',
      label: 'prices.example.com',
      origins: ['https://prices.example.com'],
      scope: 'batch',
    });
    expect(feed().request(ALL)).toBe('/desk/feed.json?v=2');
    expect(feed('https://cdn.example.com:8443/f.json').origins).toEqual(['https://cdn.example.com:8443']);
  });

  test.each(['https://1.2.3.999/f', 'https://a.b:99999/x', 'https://xn--a.b/f'])(
    '%s may be in the settings but is invalid: the source is unreachable',
    async (url) => {
      expect(parseSettings({ v: 1, feedUrl: url }).settings.feedUrl).toBe(url);
      const source = ownFeed(url);
      expect(source.origins[0] + source.request([])).toBe(url);
      expect(await getJson(url, 1_000)).toMatchObject({ ok: false });
    },
  );
});

test('the example of the manual is a valid document', () => {
  const [, example = ''] = /```json\n([^`]+)```/.exec(readRepoFile('docs/feed.md')) ?? [];
  const document = JSON.parse(example) as Feed;
  expect(validate(document)).toBe(true);
  expect([decoded(document).quotes.size, decoded(document).leftOut]).toEqual([3, undefined]);
});

describe('a valid document', () => {
  test('is decoded completely', () => {
    const { quotes, ranking, usdtUsd, fx, leftOut } = decoded(FEED);
    expect(quotes.get('bitcoin')).toEqual({
      last: '105239.09',
      change24h: '0.76',
      source: 'feed',
      volume24h: '1234567.8',
      at: Date.UTC(2026, 10, 24, 7, 7),
    });
    expect(quotes.get('ethereum')).toEqual({
      last: '2517.54',
      change24h: null,
      source: 'feed',
      at: Date.UTC(2026, 10, 24, 7, 1),
    });
    expect(ranking).toEqual(['bitcoin', 'ethereum', 'cardano']);
    expect([usdtUsd, fx]).toEqual(['0.9998', { date: '2026-11-23', perUsd: { CNY: '7.1758', EUR: '0.86' } }]);
    expect(leftOut).toBeUndefined();
  });

  test('needs only its required fields and one price', () => {
    const { prices, ...frame } = { v: 1, at: FEED.at, source: 'x', prices: { bitcoin: { last: '1' } } };
    expect([...decoded({ ...frame, prices }).quotes.keys()]).toEqual(['bitcoin']);
    expect(validate({ ...frame, prices })).toBe(true);
  });

  test('may have fields that are unknown to this version', () => {
    const more = { ...FEED, spread: '1', prices: { ...FEED.prices, bitcoin: { last: '5', bid: '4' } } };
    expect(decoded(more).quotes.get('bitcoin')?.last).toBe('5');
    expect(validate(more)).toBe(true);
  });

  test('provides only requested, known coins', () => {
    const more = { ...FEED, prices: { ...FEED.prices, 'coin-of-tomorrow': { last: '5' } } };
    expect([...decoded(more, ['ethereum', 'coin-of-tomorrow', 'solana']).quotes.keys()]).toEqual([
      'ethereum',
      'coin-of-tomorrow',
    ]);
    expect(decoded(more).quotes.has('coin-of-tomorrow')).toBe(false);
    expect(decode(FEED, ['solana'])).toMatchObject({
      failure: { kind: 'empty', detail: 'prices: none of the coins asked for' },
    });
  });

  test('is never dated later than its response', () => {
    const quotes = decoded({ ...FEED, at: '2031-01-01T00:00:00Z' }).quotes;
    expect([quotes.get('bitcoin')?.at, quotes.get('ethereum')?.at]).toEqual([
      AT,
      Date.UTC(2026, 10, 24, 7, 1),
    ]);
  });
});

describe('an invalid document', () => {
  test.each<[unknown, string]>([
    [[], 'document: not a JSON object'],
    ['x', 'document: not a JSON object'],
    [{ ...FEED, v: 2 }, 'v: not 1'],
    [{ ...FEED, v: '1' }, 'v: not 1'],
    [{ ...FEED, at: 1_795_504_020 }, 'at: not an ISO 8601 time with a zone'],
    [{ ...FEED, at: '2026-11-24 07:07:00' }, 'at: not an ISO 8601 time with a zone'],
    [{ ...FEED, at: '2026-13-24T07:07:00Z' }, 'at: not an ISO 8601 time with a zone'],
    [{ ...FEED, source: '' }, 'source: not one line of 1 to 80 characters'],
    [{ ...FEED, source: 'a\nb' }, 'source: not one line of 1 to 80 characters'],
    [{ ...FEED, prices: [] }, 'prices: not an object'],
    [{ ...FEED, prices: { bitcoin: { last: 5 } } }, 'prices.bitcoin.last: not decimal text above zero'],
    [
      { ...FEED, prices: { bitcoin: { last: '0' }, 'BTC\n': { last: '1' } } },
      'prices.bitcoin.last: not decimal text above zero (and 1 more)',
    ],
  ])('no. %#: fails with the reason', (body, detail) => {
    expect(decode(body)).toEqual({ ok: false, failure: { kind: 'bad-shape', detail } });
    expect(validate(body)).toBe(false);
  });

  test.each<[unknown, string]>([
    [withPrice('5'), 'prices.bitcoin: not an object'],
    [withPrice({ last: '1e5' }), 'prices.bitcoin.last: not decimal text above zero'],
    [withPrice({ last: '-5' }), 'prices.bitcoin.last: not decimal text above zero'],
    [withPrice({ last: '1,000' }), 'prices.bitcoin.last: not decimal text above zero'],
    [withPrice({ last: '1', change24h: 0.5 }), 'prices.bitcoin.change24h: neither decimal text nor null'],
    [withPrice({ last: '1', volume24h: '-1' }), 'prices.bitcoin.volume24h: not decimal text of zero or more'],
    [withPrice({ last: '1', at: 'now' }), 'prices.bitcoin.at: not an ISO 8601 time with a zone'],
    [withPrice({ last: 1, at: 'now' }), 'prices.bitcoin.last: not decimal text above zero (and 1 more)'],
  ])('price no. %#: the coin is dropped, the others are kept, and the reason is given', (body, leftOut) => {
    const all = decoded(body);
    expect([...all.quotes.keys()]).toEqual(['ethereum', 'cardano']);
    expect(all.leftOut).toBe(leftOut);
    expect(validate(body)).toBe(false);
  });

  test.each<[unknown, string, Partial<SourceResponse>]>([
    [{ ...FEED, usdtUsd: 1 }, 'usdtUsd: not decimal text above zero', { usdtUsd: undefined as never }],
    [{ ...FEED, fx: { perUsd: {} } }, 'fx.date: not a date like 2026-11-24', { fx: undefined as never }],
    [{ ...FEED, fx: [] }, 'fx.date: not a date like 2026-11-24 (and 1 more)', { fx: undefined as never }],
    [
      { ...FEED, fx: { date: '2026-11-23', perUsd: { CNY: '7.1', EUR: 0.86 } } },
      'fx.perUsd.EUR: not decimal text above zero',
      { fx: { date: '2026-11-23', perUsd: { CNY: '7.1' } } },
    ],
    [{ ...FEED, hot: {} }, 'hot: not a list', { ranking: undefined as never }],
    [
      { ...FEED, hot: ['bitcoin', 'BTC', 7] },
      'hot.1: not a CoinGecko id (and 1 more)',
      { ranking: ['bitcoin'] },
    ],
  ])('part no. %#: it is dropped, the prices are kept, and the reason is given', (body, leftOut, parts) => {
    const all = decoded(body);
    expect(all.quotes.size).toBe(3);
    expect(all.leftOut).toBe(leftOut);
    for (const [name, value] of Object.entries(parts))
      expect(all[name as keyof SourceResponse]).toEqual(value);
    expect(validate(body)).toBe(false);
  });
});

/** Documents of which each part is good nine times out of ten, and else nearly so. */
function nearlyGood(): fc.Arbitrary<unknown> {
  const mostly = (good: readonly unknown[], bad: readonly unknown[]): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    );
  const positive = mostly(
    ['1', '0.5', '007', `1.${'0'.repeat(39)}1`],
    ['0', '0.00', '-1', '1.', '.5', '1e5', '+1', ' 1', '9'.repeat(31), 1, null, ''],
  );
  const time = mostly(
    ['2026-11-24T07:07:00Z', '2026-02-31T23:59Z', '2026-11-24T07:07:00.123456789+14:00'],
    [
      '2026-11-24',
      '2026-11-24T24:00:00Z',
      '2026-11-24T07:07:00',
      '2026-00-24T07:07:00Z',
      '2026-11-24T07:07:60Z',
      5,
      null,
    ],
  );
  const id = mostly(
    ['bitcoin', 'ethereum', 'usd-coin', 'coin-of-tomorrow'],
    ['BTC', '', 'a b', 'a'.repeat(41), '__proto__', 'bit\ncoin'],
  );
  const price = fc.record(
    {
      last: positive,
      change24h: mostly(['0', '-1.5', null], ['', '1%', 0, {}]),
      volume24h: mostly(['0', '5.5'], ['-0', null, 7]),
      at: time,
      more: fc.jsonValue(),
    },
    { requiredKeys: ['last'] },
  );
  const pairs = (key: fc.Arbitrary<unknown>, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc
      .array(fc.tuple(key.map(String), value), { minLength: 1, maxLength: 4 })
      .map((all) => Object.fromEntries(all));
  const codes = mostly(['CNY', 'EUR', 'XAU'], ['cny', 'CNYX', '']);
  return fc.record(
    {
      v: mostly([1], [2, '1', true]),
      at: time,
      source: mostly(['desk', '😀'.repeat(80)], ['', '😀'.repeat(81), 'a\nb', 'a\u2028b', 7]),
      prices: fc.oneof(
        { weight: 30, arbitrary: pairs(id, price) },
        { weight: 1, arbitrary: mostly([{}], [[], null]) },
      ),
      usdtUsd: positive,
      fx: fc.record({ date: mostly(['2026-11-24'], ['24.11.2026', null]), perUsd: pairs(codes, positive) }),
      hot: fc.array(id, { maxLength: 3 }),
    },
    { requiredKeys: ['v', 'at', 'source', 'prices'] },
  );
}

/** A body as JSON text; undefined if it cannot be serialized. */
function wireText(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}

test('the JSON schema and the decoder agree on every document', () => {
  expect(validate(FEED)).toBe(true);
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(fc.oneof(hostileBodies(FEED), nearlyGood()), (body) => {
      const text = wireText(body);
      if (text === undefined) return;
      const sent: unknown = JSON.parse(text);
      const result = decode(sent, [...ALL, 'coin-of-tomorrow']);
      const isGood = result.ok ? result.value.leftOut === undefined : false;
      // A document without known coins is still valid.
      const isStrange = !result.ok && result.failure.kind === 'empty';
      if (!isStrange) expect([validate(sent), text]).toEqual([isGood, text]);
      seen[isGood ? 'good' : 'bad'] += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(500);
});

test('no body makes it throw, or return implausible values', () => {
  fc.assert(
    fc.property(hostileBodies(FEED), (body) => {
      const result = decode(body);
      if (!result.ok) {
        expect(FAILURE_KINDS).toContain(result.failure.kind);
        expect(result.failure.detail).toMatch(/^[ -~]{5,200}$/);
        return;
      }
      for (const quote of result.value.quotes.values()) {
        expect(quote.last).toMatch(/^\d+(\.\d+)?$/);
        expect(quote.at).toBeLessThanOrEqual(AT);
      }
    }),
    { numRuns: 1_000 },
  );
  decode(JSON.parse('{"v":1,"at":"2026-11-24T07:07:00Z","source":"x","prices":{"__proto__":{"last":"1"}}}'));
  expect('last' in {}).toBe(false);
});

describe('over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  test('an unchanged document is not sent again, and counts as a success', async () => {
    const url = 'https://prices.example.com/feed.json';
    const provider = feed(url);
    const notes: RequestLog = { hosts: {}, unlisted: {}, bulk: {}, digests: {}, etags: {} };
    const reach = {
      now: () => AT,
      random: () => 0,
      wait: () => Promise.resolve(),
      logBulkFetch: () => Promise.resolve(),
      get: async (address: string, timeoutMs: number, etag?: string): Promise<Result<Answer>> => {
        const sent = etag === undefined ? {} : { 'if-none-match': etag };
        const { status, headers, text } = await askWorld(world, address, sent, timeoutMs);
        return success({ status, headers, body: text === '' ? undefined : JSON.parse(text), at: AT });
      },
    };
    const once = (value: SourceResponse): Promise<Result<SourceResponse>> =>
      sendRequest(
        {
          origins: provider.origins,
          path: provider.request(ALL),
          timeoutMs: 1_000,
          limit: provider.limit,
          decode: (answer) => provider.decode(answer, ALL),
          since: { id: 'feed', value },
        },
        notes,
        reach,
        false,
      );
    world.serve(url, {
      headers: { etag: '"a"', 'content-type': 'application/json' },
      body: JSON.stringify(FEED),
    });
    const first = await once({ quotes: new Map() });
    if (!first.ok) throw new Error(first.failure.kind);
    expect(await once(first.value)).toEqual(first);
    world.serve(url, { headers: { etag: '"b"' }, body: JSON.stringify({ ...FEED, usdtUsd: '1.01' }) });
    expect(await once(first.value)).toMatchObject({ value: { usdtUsd: '1.01' } });
    expect(world.requests.map(({ status }) => status)).toEqual([200, 304, 200]);
    expect(notes.etags).toEqual({ feed: '"b"' });
  });
});
