import { describe, expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { CandleSource, Provider, SourceResponse, Span } from '../../core/sources/price-source.ts';
import type { Result } from '../../core/sources/result.ts';
import type { World } from '../../world/world.ts';
import { answerFrom, toldUnder } from '../world-reach.ts';
import { byId, faultTable, type OwnFaults } from './faults.ts';

/** One body and what it decodes to. */
interface Example<T> {
  readonly what: string;
  readonly body: unknown;
  /** Coins asked for, and dollars for one USDT as known before; `asked` and unknown where absent. */
  readonly asked?: readonly string[];
  readonly usdtUsd?: string;
  readonly result: Result<T>;
}

/** What the suite has to know of one source. Bodies are written after the source's documentation. */
export interface SourceFixture {
  /** When the bodies below arrived, ms since the epoch. */
  readonly at: number;
  /** Coins asked for in the examples. */
  readonly asked: readonly string[];
  /** Coins it covers but does not quote in the world: not listed now, or not among its largest. */
  readonly absent?: readonly string[];
  /** Quotes in its whole answer in the golden market, as far as they are its own. */
  readonly golden: Readonly<Record<string, Partial<Quote>>>;
  readonly documented: readonly Example<SourceResponse>[];
  readonly unusable: readonly Example<never>[];
  readonly faults?: OwnFaults;
  readonly candles?: CandleFixture;
}

/** Where a source has past prices. */
interface CandleFixture {
  readonly coin: string;
  /** A coin's last price in the golden market, with which its candles end. */
  readonly last: string;
  /** Candles of each span: how many at least, and how long each is, ms; points are of no length. */
  readonly spans: Readonly<
    Record<Span, { readonly least: number; readonly most: number; readonly ms: number }>
  >;
  /** How long the candle around one moment is, ms; where there are points, how far the nearest may be. */
  readonly momentMs: number;
}

const FIXTURES = byId(import.meta.glob<SourceFixture>('./sources/*.ts', { eager: true, import: 'fixture' }));

/** Ids that have a fixture. */
export const sourceFixtureIds = (): string[] => [...FIXTURES.keys()];

/** What a source is asked for: all that it covers, or a single coin. */
export const askedOf = ({ scope, covers }: Provider): string[] =>
  COINS.map(({ id }) => id)
    .filter(covers)
    .slice(0, scope === 'each' ? 1 : undefined);

/**
 * What holds for every price source, as tests. A source without a fixture fails.
 * @param world started before the tests run
 */
export function describePriceSource(provider: Provider, world: () => World): void {
  const fixture = FIXTURES.get(provider.id);
  if (!fixture) {
    test('has a fixture: tests/conformance/sources/ID.ts', () => expect.fail(`none for ${provider.id}`));
    return;
  }
  const asked = askedOf(provider);
  const real = () => answerFrom(world(), provider.origins[0] + provider.request(asked));
  describe('the request', () => testRequest(provider, asked));
  describe('real answers', () => testRealAnswers(provider, fixture, asked, world));
  describe('examples', () => testExamples(provider, fixture));
  describe('a fault of the host', () => {
    test.each(faultTable(fixture.faults))('%s', async (kind, failure) => {
      expect(await toldUnder(world(), { kind }, provider, asked)).toEqual({ ok: false, failure });
    });
  });
  describe('a hostile host', () => testHostile(provider, asked, real));
  test('the fixture knows of its past prices exactly where it has some', () => {
    expect(fixture.candles !== undefined).toBe(provider.candles !== undefined);
  });
  const { candles } = fixture;
  if (candles && provider.candles) testCandles(provider.candles, provider.origins[0], candles, world);
}

function testRequest(provider: Provider, asked: readonly string[]): void {
  test('speaks https to hosts of its own, and asks by path', () => {
    for (const origin of provider.origins) expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
    const moment = [
      provider.candles?.request('bitcoin', 'day', 1.5e12),
      provider.candles?.requestAt('bitcoin', 1.5e12),
    ];
    for (const path of [provider.request(asked), provider.listing?.path, ...moment]) {
      if (path === undefined) continue;
      expect(path).toMatch(/^\/[\w/-]+(\?[\w=&.%-]+)?$/);
      expect(path.length).toBeLessThan(4_000);
    }
  });

  test('covers no coin that is none', () => {
    for (const other of ['', 'constructor', '__proto__', 'toString', 'BTC', 'nope']) {
      expect(provider.covers(other)).toBe(false);
      expect(provider.candles?.covers(other) ?? false).toBe(false);
    }
  });
}

const RENAMED = ['the-open-network', 'polygon-ecosystem-token', 'render-token', 'vaulta', 'sonic-3', 'sky'];

function testRealAnswers(
  provider: Provider,
  { absent = [], golden }: SourceFixture,
  asked: readonly string[],
  world: () => World,
): void {
  const responseOf = async (ids: readonly string[]): Promise<SourceResponse> => {
    const answer = await answerFrom(world(), provider.origins[0] + provider.request(ids));
    const response = provider.decode(answer, ids);
    if (!response.ok) throw new Error(response.failure.kind);
    return response.value;
  };

  test('have every coin it covers', async () => {
    const { quotes } = await responseOf(asked);
    expect([...quotes.keys()].sort()).toEqual(asked.filter((id) => !absent.includes(id)).sort());
  });

  test('have the golden figures', async () => {
    const { quotes } = await responseOf(asked);
    for (const [id, quote] of Object.entries(golden)) expect([id, quotes.get(id)]).toMatchObject([id, quote]);
  });

  test('have what was traded, in USDT, and the time of it', async () => {
    const answer = await answerFrom(world(), provider.origins[0] + provider.request(asked));
    const response = provider.decode(answer, asked);
    const quote = response.ok ? response.value.quotes.get('bitcoin') : undefined;
    expect(quote).toMatchObject({ last: '105239.09', source: provider.id });
    expect(Number(quote?.volume24h)).toBeGreaterThan(100_000);
    expect(answer.at - (quote?.at ?? 0)).toBeLessThan(provider.freshMs);
  });

  test('go by the names that coins have now', async () => {
    const renamed = RENAMED.filter(provider.covers);
    for (const id of renamed) {
      const { quotes } = await responseOf(provider.scope === 'each' ? [id] : renamed);
      const last = Number(world().market.coin(id)?.last);
      expect([id, Number(quotes.get(id)?.last).toPrecision(5)]).toEqual([id, last.toPrecision(5)]);
    }
  });
}

function testExamples(provider: Provider, { at, asked, documented, unusable }: SourceFixture): void {
  const titled = [...documented, ...unusable].map((example) => [example.what, example] as const);
  test.each(titled)('%s', (_what, { body, asked: ids = asked, usdtUsd, result }) => {
    expect(provider.decode({ status: 200, body, at }, ids, usdtUsd)).toEqual(result);
  });

  test('there is one that can be used, and one of each way of being of no use', () => {
    expect(documented.filter(({ result }) => result.ok).length).toBeGreaterThan(0);
    const kinds = unusable.map(({ result }) => (result.ok ? 'ok' : result.failure.kind));
    expect(kinds).toEqual(expect.arrayContaining(['empty', 'bad-shape']));
    expect(kinds).not.toContain('ok');
  });
}

function testHostile(
  provider: Provider,
  asked: readonly string[],
  real: () => ReturnType<typeof answerFrom>,
): void {
  test('cannot hide the coins in a crowd: thousands of rows of others, some of them nonsense', async () => {
    const answer = await real();
    const crowd = provider.decode({ ...answer, body: crowded(answer.body) }, asked);
    const alone = provider.decode(answer, asked);
    if (!crowd.ok || !alone.ok) throw new Error('no quotes');
    expect([...crowd.value.quotes.values()]).toEqual([...alone.value.quotes.values()]);
  });

  test('cannot pollute prototypes', () => {
    const body = JSON.parse('[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]');
    for (const inside of [body, { data: body, result: body[0], code: '0', retCode: 0, error: [] }])
      provider.decode({ status: 200, body: inside, at: 1 }, asked);
    expect('polluted' in {}).toBe(false);
  });
}

/** The answer with its longest list, or its table of pairs, filled up with rows of no coin. */
function crowded(body: unknown): unknown {
  const strange = Array.from({ length: 6_000 }, (_, index) => {
    const name = `XX${index}`;
    const names = { symbol: name, instId: name, currency_pair: name, id: name, nameid: name, altname: name };
    const rows = [{ ...names, last: index, price: 'x' }, null, [name], name, {}];
    return [...rows, { ...names, symbol: null, id: {} }][index % 6];
  });
  if (Array.isArray(body)) return [...strange.slice(3_000), ...body, ...strange.slice(0, 3_000)];
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).map(([key, value]) => [
    key,
    ['data', 'ticker', 'list', 'result'].includes(key) ? crowded(value) : value,
  ]);
  const isTable = Object.keys(body).some((key) => key.endsWith('USD'));
  const pairs = isTable ? strange.map((row, index) => [`XX${index}USD`, row]) : [];
  return Object.fromEntries([...pairs, ...entries]);
}

const DAY_MS = 86_400_000;
const SPAN_MS = { day: DAY_MS, week: 7 * DAY_MS } as const;
const SPANS = ['day', 'week'] as const;

function testCandles(
  candles: CandleSource,
  origin: string,
  { coin, last, spans, momentMs }: CandleFixture,
  world: () => World,
): void {
  const decoded = async (path: string) => {
    const result = candles.decode(await answerFrom(world(), origin + path), coin);
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value;
  };

  describe('past prices', () => {
    test.each(SPANS)('of the last %s', async (span) => {
      const { least, most, ms } = spans[span];
      const now = Date.now();
      const rows = await decoded(candles.request(coin, span, now));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      expect(rows.length).toBeLessThanOrEqual(most);
      expect(new Set(rows.map((row) => row.ms))).toEqual(new Set([ms]));
      expect(rows.at(-1)?.close).toBe(last);
      const age = now - (rows[0]?.at ?? 0);
      expect(age).toBeGreaterThan(SPAN_MS[span] - (ms || DAY_MS / 24));
      expect(age).toBeLessThan(SPAN_MS[span] + 2 * (ms || DAY_MS / 24));
    });

    test('of one moment', async () => {
      const at = Date.now() - 40 * DAY_MS;
      const rows = await decoded(candles.requestAt(coin, at));
      const distances = rows.map((row) => Math.abs(row.at - at));
      const isAround = rows.some((row, index) =>
        row.ms > 0
          ? row.ms === momentMs && row.at <= at && at < row.at + row.ms
          : (distances[index] ?? at) < momentMs,
      );
      expect(isAround).toBe(true);
      expect(Math.max(...distances)).toBeLessThan(Math.max(2 * momentMs, 600_000));
    });
  });
}
