import { describe, expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { CandleSource, Provider, SourceResponse, Span } from '../../core/sources/price-source.ts';
import type { Result } from '../../core/sources/result.ts';
import type { World } from '../../world/world.ts';
import { answerFrom, resultUnder } from '../world-reach.ts';
import { byId, faultTable, type OwnFaults } from './faults.ts';

/** One body and what it decodes to. */
interface Example<T> {
  readonly what: string;
  readonly body: unknown;
  /** Requested coins, and the last known dollars for one USDT. Defaults: `asked`, and unknown. */
  readonly asked?: readonly string[];
  readonly usdtUsd?: string;
  readonly result: Result<T>;
}

/** The fixture of a price source. Bodies follow the source's documentation. */
export interface SourceFixture {
  /** Time of the responses below, ms since the epoch. */
  readonly at: number;
  /** Requested coins in the examples. */
  readonly asked: readonly string[];
  /** Covered coins without a quote in the world: not listed now, or not among its largest. */
  readonly absent?: readonly string[];
  /** Expected quotes in the golden market. */
  readonly golden: Readonly<Record<string, Partial<Quote>>>;
  readonly documented: readonly Example<SourceResponse>[];
  readonly unusable: readonly Example<never>[];
  readonly faults?: OwnFaults;
  readonly candles?: CandleFixture;
}

/** The fixture of past prices. */
interface CandleFixture {
  readonly coin: string;
  /** The last price of a coin in the golden market, which is the end of its candles. */
  readonly last: string;
  /** Candles of each span: minimum number, and length of each, ms; points have no length. */
  readonly spans: Readonly<
    Record<Span, { readonly least: number; readonly most: number; readonly ms: number }>
  >;
  /** Length of the candle around a moment, ms; for points, the maximum distance of the nearest. */
  readonly momentMs: number;
}

const FIXTURES = byId(import.meta.glob<SourceFixture>('./sources/*.ts', { eager: true, import: 'fixture' }));

/** Ids that have a fixture. */
export const sourceFixtureIds = (): string[] => [...FIXTURES.keys()];

/** Returns the coins to request: all that the source covers, or a single one. */
export const askedOf = ({ scope, covers }: Provider): string[] =>
  COINS.map(({ id }) => id)
    .filter(covers)
    .slice(0, scope === 'each' ? 1 : undefined);

/**
 * Tests for every price source. A source without a fixture fails.
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
  describe('real responses', () => testRealAnswers(provider, fixture, asked, world));
  describe('examples', () => testExamples(provider, fixture));
  describe('a fault of the host', () => {
    test.each(faultTable(fixture.faults))('%s', async (kind, failure) => {
      expect(await resultUnder(world(), { kind }, provider, asked)).toEqual({ ok: false, failure });
    });
  });
  describe('a hostile host', () => testHostile(provider, asked, real));
  test('the fixture has past prices if and only if the source has', () => {
    expect(fixture.candles !== undefined).toBe(provider.candles !== undefined);
  });
  const { candles } = fixture;
  if (candles && provider.candles) testCandles(provider.candles, provider.origins[0], candles, world);
}

function testRequest(provider: Provider, asked: readonly string[]): void {
  test('uses https, its own hosts, and paths', () => {
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

  test('covers only known coins', () => {
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

  test('have volumes in USDT, and times', async () => {
    const answer = await answerFrom(world(), provider.origins[0] + provider.request(asked));
    const response = provider.decode(answer, asked);
    const quote = response.ok ? response.value.quotes.get('bitcoin') : undefined;
    expect(quote).toMatchObject({ last: '105239.09', source: provider.id });
    expect(Number(quote?.volume24h)).toBeGreaterThan(100_000);
    expect(answer.at - (quote?.at ?? 0)).toBeLessThan(provider.freshMs);
  });

  test('use the current names of coins', async () => {
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

  test('include a valid one, and one of each kind of failure', () => {
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
  test('cannot hide the coins among thousands of other rows, some of them invalid', async () => {
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

/** Fills the longest list of a response, or its table of pairs, with rows of unknown coins. */
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
