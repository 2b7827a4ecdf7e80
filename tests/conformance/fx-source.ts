import { describe, expect, test } from 'vitest';
import { CURRENCY_CODES } from '../../core/money/currency.ts';
import type { FxSource } from '../../core/sources/price-source.ts';
import type { World } from '../../world/world.ts';
import { answerFrom, resultUnder } from '../world-reach.ts';
import { byId, faultTable, type OwnFaults } from './faults.ts';

/** One body and what it decodes to. */
interface RatesExample {
  readonly what: string;
  readonly body: unknown;
  readonly result: ReturnType<FxSource['decode']>;
}

/** The fixture of a source of exchange rates. */
export interface RatesFixture {
  /** Time of the responses below, ms since the epoch. */
  readonly at: number;
  readonly documented: readonly RatesExample[];
  readonly unusable: readonly RatesExample[];
  readonly faults?: OwnFaults;
}

const FIXTURES = byId(import.meta.glob<RatesFixture>('./rates/*.ts', { eager: true, import: 'fixture' }));

/** Ids that have a fixture. */
export const ratesFixtureIds = (): string[] => [...FIXTURES.keys()];

/**
 * Tests for every source of exchange rates. A source without a fixture fails.
 * @param world started before the tests run
 */
export function describeFxSource(source: FxSource, world: () => World): void {
  const fixture = FIXTURES.get(source.id);
  if (!fixture) {
    test('has a fixture: tests/conformance/rates/ID.ts', () => expect.fail(`none for ${source.id}`));
    return;
  }
  const { at, documented, unusable, faults } = fixture;

  test.each(source.origins)(
    '%s has every second currency, the golden yuan among them, and its day',
    async (origin) => {
      const response = source.decode(await answerFrom(world(), origin + source.request()));
      if (!response.ok) throw new Error(response.failure.kind);
      expect(response.value.perUsd.CNY).toBe('7.1758');
      expect(response.value.perUsd.TWD).toBe('30.72');
      expect(Object.keys(response.value.perUsd).sort()).toEqual([...CURRENCY_CODES].sort());
      expect(response.value.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Date.parse(response.value.date)).toBeLessThanOrEqual(Date.now());
    },
  );

  describe('examples', () => {
    const titled = [...documented, ...unusable].map((example) => [example.what, example] as const);
    test.each(titled)('%s', (_what, { body, result }) => {
      expect(source.decode({ status: 200, body, at })).toEqual(result);
    });

    test('include a valid one, and some invalid ones', () => {
      expect(documented.filter(({ result }) => result.ok).length).toBeGreaterThan(0);
      expect(unusable.filter(({ result }) => !result.ok).length).toBe(unusable.length);
      expect(unusable.length).toBeGreaterThan(2);
    });
  });

  describe('a fault of the host', () => {
    test.each(faultTable(faults))('%s', async (kind, failure) => {
      expect(await resultUnder(world(), { kind }, source)).toEqual({ ok: false, failure });
    });
  });
}
