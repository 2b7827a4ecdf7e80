import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COIN_BY_ID } from '../core/market/coin-catalog.ts';
import type { Quote } from '../core/market/quote.ts';
import { CURRENCY_CODES } from '../core/money/currency.ts';
import type { Answer } from '../core/sources/http-status.ts';
import type { SourceResponse } from '../core/sources/price-source.ts';
import { FAILURE_KINDS, type Result } from '../core/sources/result.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { askedOf } from '../tests/conformance/price-source.ts';
import { answerFrom, hostileBodies } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { PROVIDERS } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const DECIMAL = /^-?\d+(\.\d*[1-9])?$/;
const isAbove = (text: string | undefined): boolean =>
  text !== undefined && DECIMAL.test(text) && /^[^-]*[1-9]/.test(text);

function wrongQuote(quote: Quote, source: string, at: number): string | null {
  if (!isAbove(quote.last)) return 'last';
  if (quote.change24h !== null && !DECIMAL.test(quote.change24h)) return 'change24h';
  if (quote.volume24h !== undefined && !/^\d+(\.\d*[1-9])?$/.test(quote.volume24h)) return 'volume24h';
  if (!(quote.at > 0 && quote.at <= at)) return 'at';
  return quote.source === source ? null : 'source';
}

function wrongResponse(
  { quotes, ranking = [], usdtUsd }: SourceResponse,
  source: string,
  asked: readonly string[],
  at: number,
) {
  const wrong = [...quotes].map(([id, quote]) =>
    asked.includes(id) || id === 'tether' ? wrongQuote(quote, source, at) : 'id',
  );
  if (quotes.size === 0) wrong.push('no quotes');
  if (new Set(ranking).size < ranking.length || !ranking.every((id) => COIN_BY_ID.has(id)))
    wrong.push('ranking');
  if (usdtUsd !== undefined && !isAbove(usdtUsd)) wrong.push('usdtUsd');
  return wrong.find(Boolean) ?? null;
}

interface Decoder {
  readonly name: string;
  /** A real response, shortened so that mutations hit relevant places. */
  readonly real: Answer;
  /** Decodes a response; returns what is wrong with the result, or null. Throws if the decoder does. */
  wrong(answer: Answer): string | null;
}

const wrongFailure = (result: Result<unknown> | null | undefined): string | null =>
  result && !result.ok && !FAILURE_KINDS.includes(result.failure.kind) ? 'failure' : null;

/** Keeps the first rows of every list and table, recursively. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 8).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 40)
      .map(([key, inner]) => [key, cut(inner)]),
  );
}

/** The error fields of all sources in one object. */
const REFUSALS = {
  label: 'INVALID_CURRENCY_PAIR',
  message: 'Invalid currency pair',
  code: '400100',
  msg: 'no such pair',
  retCode: 10006,
  retMsg: 'access too frequent',
  error: ['EService:Busy'],
  text: 'no',
};

async function decoders(): Promise<Decoder[]> {
  const list: Decoder[] = [];
  const real = async (url: string): Promise<Answer> => {
    const answer = await answerFrom(world, url);
    return { ...answer, body: cut(answer.body) };
  };
  for (const provider of PROVIDERS) {
    const { id, origins, candles, listing } = provider;
    const asked = askedOf(provider).slice(0, 8);
    list.push({
      name: id,
      real: await real(origins[0] + provider.request(asked)),
      wrong(answer) {
        const decoded = provider.decode(answer, asked, '0.998');
        return decoded.ok ? wrongResponse(decoded.value, id, asked, answer.at) : wrongFailure(decoded);
      },
    });
    list.push({
      name: `${id}: errors, lists and headers`,
      real: listing ? await real(origins[0] + listing.path) : { status: 403, body: REFUSALS, at: Date.now() },
      wrong(answer) {
        const known = listing?.decode(answer);
        if (known?.ok && ![...known.value].every(provider.covers)) return 'listed';
        return wrongFailure(known) ?? wrongFailure(provider.explain?.({ ...answer, status: 403 }));
      },
    });
    if (!candles) continue;
    list.push({
      name: `${id}: candles`,
      real: await real(origins[0] + candles.request('bitcoin', 'day', Date.now())),
      wrong(answer) {
        const decoded = candles.decode(answer, 'bitcoin', '0.998');
        if (!decoded.ok) return wrongFailure(decoded);
        const times = decoded.value.map(({ at }) => at);
        if (decoded.value.length === 0 || times.some((at, index) => at <= (times[index - 1] ?? 0)))
          return 'order';
        const fits = decoded.value.every(
          ({ at, ms, open, close }) =>
            at <= answer.at && ms >= 0 && Number.isFinite(ms) && isAbove(open) && isAbove(close),
        );
        return fits ? null : 'candle';
      },
    });
  }
  for (const source of FX_SOURCES) {
    list.push({
      name: source.id,
      real: await real(source.origins[0] + source.request()),
      wrong(answer) {
        const decoded = source.decode(answer);
        if (!decoded.ok) return wrongFailure(decoded);
        const { date, perUsd } = decoded.value;
        if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) return 'date';
        const codes: readonly string[] = CURRENCY_CODES;
        const rates = Object.entries(perUsd);
        return rates.length > 0 && rates.every(([code, rate]) => codes.includes(code) && isAbove(rate))
          ? null
          : 'rate';
      },
    });
  }
  return list;
}

const BODIES = 100_000;
const LONGEST_MS = 2_000;

test(`none of ${BODIES} hostile bodies makes a decoder throw, hang, pollute prototypes or return implausible values`, async () => {
  const all = await decoders();
  expect(all.map(({ name, real, wrong }) => [name, wrong(real)])).toEqual(
    all.map(({ name }) => [name, null]),
  );
  const each = Math.ceil(BODIES / all.length);
  let seen = 0;
  for (const { name, real, wrong } of all) {
    fc.assert(
      fc.property(hostileBodies(real.body), (body) => {
        seen += 1;
        const started = performance.now();
        expect([name, wrong({ ...real, body })]).toEqual([name, null]);
        expect('polluted' in {}).toBe(false);
        expect(performance.now() - started).toBeLessThan(LONGEST_MS);
      }),
      { numRuns: each },
    );
  }
  expect(seen).toBeGreaterThanOrEqual(BODIES);
}, 180_000);
